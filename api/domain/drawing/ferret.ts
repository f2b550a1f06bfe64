import type { Draft } from './draft.ts'
import { eyePair, lineOn, stroke } from './face.ts'
import { NOSE_PINK, TONES } from './palette.ts'
import { ellipse, mirrored, place, tube } from './shapes.ts'
import type { Figure, Layer, Loop, Tone } from './types.ts'

export function drawFerret(draft: Draft): Figure {
  const { plan } = draft
  const spine: Loop = [62, 138, 88, 134, 118, 122, 146, 136, 158, 158]
  const tail: Loop = [154, 162, 174, 168, 190, 182]
  const pale: Tone = { base: '#f1e7d8', line: '#d9c8b0' }
  const line = lineOn(plan.roles.muzzle ?? plan.base)
  const leg = (x: number, far: boolean): Layer => ({
    role: 'leg',
    far,
    open: true,
    loop: [
      x - 8,
      140,
      x - 9,
      160,
      x - 9,
      174,
      x - 16,
      182,
      x - 13,
      188,
      x + 6,
      188,
      x + 9,
      178,
      x + 9,
      160,
      x + 8,
      140,
    ],
    zones: { sock: [ellipse(x - 3, 180, 18, 18)], shin: [ellipse(x, 172, 18, 26)] },
  })
  const ear = (side: 'left' | 'right'): Layer => ({
    role: 'head',
    side,
    loop: ellipse(side === 'left' ? 19 : -19, -18, 8.5, 8),
    tone: pale,
  })
  const face: Layer[] = [
    ear('right'),
    ear('left'),
    {
      role: 'head',
      clear: [0, 6, 20],
      loop: mirrored([0, -25, 16, -23, 28, -8, 27, 8, 15, 20, 0, 25]),
      fur: 0.4,
      zones: {
        mask: [[-30, -6, -14, -10, 0, -4, 14, -10, 30, -6, 27, 6, 14, 7, 0, 3, -14, 7, -27, 6]],
        blaze: [mirrored([0, -28, 6, -16, 5, 0, 14, 10, 12, 26, 0, 28])],
        crown: [mirrored([0, -30, 20, -26, 26, -12, 0, -10])],
        brow: [ellipse(11, -11, 4, 3), ellipse(-11, -11, 4, 3)],
        cheek: [ellipse(20, 8, 8, 7), ellipse(-20, 8, 8, 7)],
      },
    },
    { role: 'muzzle', loop: mirrored([0, 4, 8, 7, 11, 14, 6, 22, 0, 24]), tone: pale },
    eyePair(draft, { x: 12, y: -1, rx: 4.4, ry: 4.8, iris: '#3a2620' }),
    `<path d="M-5 7Q0 4.500 5 7Q3 12 0 12.500Q-3 12-5 7Z" fill="${plan.base === TONES.white ? NOSE_PINK : '#8b5a55'}"/>`,
    stroke('M0 12.500V16M-6 16Q-3 19 0 16Q3 19 6 16', line, 1.5),
  ]
  return {
    layers: [
      {
        role: 'tail',
        loop: tube(tail, [9, 12, 5]),
        zones: { tip: [ellipse(188, 182, 16)] },
        axis: tail,
        reach: 12,
        fur: 1,
      },
      leg(94, true),
      leg(140, true),
      {
        role: 'torso',
        loop: tube(spine, [19, 22, 25, 27, 17]),
        zones: {
          back: [tube(place(spine, 6, -14), [10, 14, 16, 18, 12])],
          chest: [ellipse(60, 152, 18, 14)],
          belly: [tube(place(spine, -8, 22), [6, 8, 10, 10, 8])],
        },
        axis: place(spine, 4, -10),
        reach: 14,
        fur: 0.8,
        shadow: ellipse(60, 142, 32, 14),
      },
      leg(78, false),
      leg(156, false),
      { turn: `translate(60 114)rotate(${draft.pose('tilt', [-4, 5, 0])})scale(1.16)`, layers: face },
    ],
    anchors: {
      head: [60, 92],
      face: [76, 116, 44],
      muzzle: [60, 134],
      eye: [73, 113, 47],
      ear: [82, 93, 38],
      neck: [60, 149],
      chest: [66, 156],
      back: [122, 106],
      side: [116, 130],
      belly: [110, 146],
      front_leg: [94, 166, 78],
      front_paw: [92, 182, 74],
      hind_leg: [140, 166, 156],
      hind_paw: [138, 182, 152],
      tail: [174, 168],
      whole_body: [114, 130],
    },
  }
}
