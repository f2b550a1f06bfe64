import type { Draft } from './draft.ts'
import { eyeColour, eyePair, lineOn, stroke } from './face.ts'
import { lightness, NOSE_PINK } from './palette.ts'
import { ellipse, loopPath, mirrored, place } from './shapes.ts'
import { sittingBody } from './sitting.ts'
import type { Figure, Layer, Loop } from './types.ts'

const TAILS: readonly Loop[] = [
  [146, 178, 168, 178, 182, 160, 178, 138, 184, 120],
  [146, 178, 170, 180, 186, 164, 184, 140, 172, 132],
  [140, 182, 164, 185, 178, 182, 188, 176],
]
const HEAD = [0, -34, 14, -34, 32, -25, 44, -6, 47, 10, 38, 27, 18, 36, 0, 38]
const EAR: Loop = [6, -30, 15, -44, 31, -58, 35, -58, 44, -38, 46, -4, 28, -14]
const EAR_NOTCHED: Loop = [
  6, -30, 15, -44, 31, -58, 35, -58, 41, -46, 41, -46, 34, -41, 34, -41, 43.5, -36, 43.5, -36, 46, -4, 28,
  -14,
]
const EAR_TIPPED: Loop = [6, -30, 16, -45, 20, -49, 20, -49, 41, -46, 41, -46, 46, -4, 28, -14]

function catEar(draft: Draft, side: 'left' | 'right'): Layer[] {
  if (draft.hasMark('missing', 'ear', side)) return []
  const shape = draft.hasMark('notch', 'ear', side)
    ? EAR_NOTCHED
    : draft.hasMark('tipped', 'ear', side)
      ? EAR_TIPPED
      : EAR
  const grow = draft.coat === 'hairless' ? 1.18 : 1
  const sign = side === 'left' ? grow : -grow
  const inset = shape === EAR ? 1 : 0.62
  const pink = place(
    [17, -32, 22, -43, 32, -50, 38, -36, 39, -16],
    29 * (1 - inset),
    -20 * (1 - inset),
    inset,
  )
  const inner = loopPath(place(pink, 0, 0, sign))
  return [
    { role: 'ear', side, loop: place(shape, 0, 0, sign), axis: [24, -60, 30, -20], reach: 0 },
    `<path d="${inner}" fill="${NOSE_PINK}" opacity=".55"/>`,
  ]
}

function catHead(draft: Draft): Layer[] {
  const { plan, coat } = draft
  const round = 1 + 0.05 * draft.baby
  const head = mirrored(HEAD).map((v, i) => (i % 2 ? v : v * round))
  const muzzleTone = plan.roles.muzzle ?? plan.zones.blaze ?? plan.base
  const line = lineOn(plan.zones.mask ?? muzzleTone)
  const dark = lightness(plan.base.base) < 0.4
  const whiskers = [1, -1]
    .map((s) => `M${s * 21} 17Q${s * 38} 12 ${s * 54} 13M${s * 21} 21Q${s * 38} 22 ${s * 53} 27`)
    .join('')
  const cheeks: Layer[] =
    coat === 'long' || coat === 'medium'
      ? [
          {
            role: 'head',
            side: 'left',
            loop: mirrored([0, -10, 34, -4, coat === 'long' ? 57 : 51, 16, 36, 32, 0, 44]),
            fur: 1,
            zones: {},
          },
        ]
      : []
  return [
    ...catEar(draft, 'right'),
    ...catEar(draft, 'left'),
    ...cheeks,
    {
      role: 'head',
      clear: [0, 6, 33],
      loop: head,
      fur: 0.45,
      zones: {
        blaze: [[0, -22, 4, -6, 12, 6, 24, 14, 26, 27, 12, 40, -12, 40, -26, 27, -24, 14, -12, 6, -4, -6]],
        mask: [mirrored([0, -18, 14, -14, 28, 0, 30, 16, 18, 34, 0, 36])],
        cheek: [ellipse(34, 12, 12, 10), ellipse(-34, 12, 12, 10)],
        brow: [ellipse(17, -15, 4.5, 3.5), ellipse(-17, -15, 4.5, 3.5)],
        crown: [mirrored([0, -40, 30, -34, 44, -10, 20, -14, 0, -20])],
      },
    },
    {
      role: 'muzzle',
      loop: mirrored([0, 11, 9, 9, 19, 15, 19, 25, 9, 31, 0, 29]),
      tone: plan.zones.mask ?? { base: muzzleTone.base, line: muzzleTone.base },
    },
    eyePair(draft, {
      x: 19,
      y: -1,
      rx: 7.6,
      ry: 8,
      iris: eyeColour(draft, ['#a9b45a', '#d6a13c', '#7fa36b', '#c68a2e']),
      slit: true,
    }),
    `<path d="M-5.5 10.500Q0 8.500 5.500 10.500Q4 16 0 17Q-4 16-5.500 10.500Z" fill="${dark && !plan.zones.blaze ? '#54444a' : NOSE_PINK}"/>`,
    stroke('M0 17V20M-9 20.500Q-4 25.500 0 20.500Q4 25.500 9 20.500', line),
    stroke(whiskers, dark ? '#cfc6c0' : '#ffffff', 1.1),
  ]
}

export function drawCat(draft: Draft): Figure {
  const tail = draft.pose('tail', TAILS)
  const body = sittingBody(draft, {
    girth: 0.8 + 0.05 * draft.size - 0.12 * draft.baby,
    tail,
    tailWidths: [7, 7, 6.5, 6, 4.5].slice(-tail.length / 2),
  })
  const scale = 0.98 + 0.14 * draft.baby
  const tilt = draft.pose('tilt', [0, -5, 4, 7, -3])
  return {
    layers: [
      ...body.layers,
      { turn: `translate(88 ${76 + 12 * draft.baby})rotate(${tilt})scale(${scale})`, layers: catHead(draft) },
    ],
    anchors: {
      ...body.anchors,
      neck: [88, 80 + 12 * draft.baby + 37 * scale],
      head: [90, 50],
      face: [104, 84, 72],
      muzzle: [88, 96],
      eye: [106, 64, 70],
      ear: [117, 34, 60],
    },
  }
}
