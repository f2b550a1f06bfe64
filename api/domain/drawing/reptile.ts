import type { Draft } from './draft.ts'
import { sideEye, stroke } from './face.ts'
import { INK, mixTones, TONES } from './palette.ts'
import { ellipse, loopPath, tube } from './shapes.ts'
import type { Figure, Layer, Loop, Tone } from './types.ts'

const LEAF: Tone = { base: '#93a26a', line: '#66743f' }
const DOME: Loop = [48, 158, 54, 122, 84, 92, 124, 90, 158, 114, 172, 156, 170, 164, 110, 170, 52, 166]

function drawTortoise(draft: Draft): Figure {
  const { plan, look } = draft
  const skin =
    plan.zones.blaze ??
    plan.zones.chest ??
    (look.colours?.length ? mixTones(plan.base, TONES.cream, 0.45) : LEAF)
  const scutes: readonly Loop[] = [
    [92, 102, 122, 101, 134, 122, 110, 138, 84, 124],
    [58, 128, 80, 110, 78, 128, 100, 144, 84, 158, 56, 154],
    [118, 144, 140, 126, 132, 108, 156, 124, 164, 154, 134, 158],
    [90, 158, 110, 146, 128, 158],
  ]
  const leg = (x: number, far: boolean): Layer => ({
    role: 'leg',
    far,
    tone: skin,
    loop: [x - 13, 154, x - 14, 172, x - 17, 186, x + 13, 188, x + 14, 172, x + 13, 154],
  })
  const claws = [70, 150].map((x) => `M${x - 12} 186v3M${x - 5} 187v3M${x + 2} 187v3`).join('')
  return {
    layers: [
      { role: 'tail', tone: skin, loop: [160, 158, 182, 168, 186, 174, 160, 172] },
      leg(96, true),
      leg(132, true),
      { role: 'head', tone: skin, loop: tube([62, 156, 46, 146, 36, 126], [15, 14, 13]) },
      { role: 'head', tone: skin, loop: [16, 108, 30, 98, 48, 104, 54, 120, 44, 132, 24, 132, 14, 122] },
      sideEye(draft, { x: 33, y: 113, rx: 4.4, ry: 4.8, iris: '#5a3f2a' }),
      stroke('M15 123Q24 127 33 123', skin.line, 1.8),
      leg(70, false),
      leg(150, false),
      stroke(claws, '#efe6d6', 2.2),
      {
        role: 'shell',
        loop: DOME,
        zones: { back: [[70, 90, 120, 78, 170, 120, 130, 124]], tip: [] },
        axis: [58, 130, 100, 96, 160, 130],
        reach: 24,
      },
      `<path d="${scutes.map(loopPath).join('')}" fill="#fff" fill-opacity=".13" stroke="${plan.base.line}" stroke-width="2.400"/>`,
      {
        role: 'shell',
        tone: mixTones(plan.base, skin, 0.55),
        loop: [44, 158, 108, 163, 176, 158, 178, 167, 110, 174, 42, 167],
      },
    ],
    anchors: {
      head: [32, 104],
      face: [40, 122],
      eye: [33, 113],
      neck: [50, 142],
      back: [110, 98],
      side: [110, 124],
      front_leg: [70, 170],
      front_paw: [68, 182],
      hind_leg: [150, 170],
      hind_paw: [148, 182],
      tail: [178, 168],
      whole_body: [110, 120],
    },
  }
}

function drawLizard(draft: Draft): Figure {
  const { plan, look } = draft
  const spine: Loop = [40, 134, 66, 142, 100, 140, 132, 148, 160, 168, 186, 160, 190, 136, 176, 128]
  const tone = look.colours?.length ? undefined : LEAF
  const skin = tone ?? plan.base
  const leg = (axis: Loop, far: boolean): Layer => ({
    role: 'leg',
    far,
    ...(tone ? { tone } : {}),
    loop: tube(axis, [9, 7, 5.5, 6]),
  })
  const crest = Array.from(
    { length: 9 },
    (_, i) => `M${52 + i * 9} ${124 + (i > 5 ? (i - 5) * 2 : 0)}l5-8 4 8z`,
  ).join('')
  return {
    layers: [
      leg([76, 146, 90, 158, 86, 174, 96, 184], true),
      leg([128, 152, 142, 164, 136, 176, 146, 184], true),
      `<path d="${crest}" fill="${skin.line}"/>`,
      {
        role: 'torso',
        ...(tone ? { tone } : {}),
        loop: tube(spine, [15, 17, 20, 17, 10, 7, 5, 2]),
        zones: {
          belly: [tube([40, 150, 100, 162, 140, 164], [6, 9, 6])],
          back: [tube([56, 128, 100, 124, 140, 136], [8, 9, 8])],
        },
        axis: [50, 132, 100, 130, 134, 142, 160, 162, 184, 158],
        reach: 13,
      },
      {
        role: 'head',
        ...(tone ? { tone } : {}),
        loop: [10, 130, 26, 112, 46, 108, 62, 122, 62, 142, 44, 150, 20, 146],
        zones: { mask: [[6, 130, 26, 110, 36, 130, 20, 150]], chest: [ellipse(40, 150, 22, 8)] },
      },
      sideEye(draft, { x: 38, y: 122, rx: 5, ry: 5.2, iris: '#d9a441' }),
      stroke('M13 137Q30 143 46 137', skin.line, 2),
      `<circle cx="17" cy="128" r="1.500" fill="${INK}"/>`,
      leg([66, 150, 54, 164, 62, 176, 50, 186], false),
      leg([124, 156, 112, 168, 120, 178, 106, 187], false),
    ],
    anchors: {
      head: [46, 112],
      face: [50, 134],
      eye: [38, 122],
      neck: [64, 138],
      back: [104, 126],
      side: [104, 144],
      front_leg: [56, 166],
      front_paw: [52, 184],
      hind_leg: [114, 170],
      hind_paw: [108, 186],
      tail: [186, 156],
      whole_body: [104, 142],
    },
  }
}

export function drawReptile(draft: Draft): Figure {
  const form = draft.look.build?.form ?? draft.pick('form', ['tortoise', 'lizard', 'tortoise'])
  return form === 'lizard' ? drawLizard(draft) : drawTortoise(draft)
}
