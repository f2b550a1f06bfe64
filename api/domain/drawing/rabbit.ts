import type { Draft } from './draft.ts'
import { eyePair, lineOn, stroke } from './face.ts'
import { NOSE_PINK } from './palette.ts'
import { ellipse, loopPath, mirrored, place } from './shapes.ts'
import type { Figure, Layer, Loop } from './types.ts'

const UPRIGHT: Loop = [5, -24, 1, -58, 8, -86, 14, -88, 24, -64, 25, -40, 20, -20]
const LOP: Loop = [12, -30, 30, -30, 46, -8, 50, 26, 42, 36, 32, 24, 26, -8]
const UPRIGHT_NOTCHED: Loop = [
  5, -24, 1, -58, 8, -86, 14, -88, 23, -68, 23, -68, 14, -62, 14, -62, 25, -54, 25, -54, 25, -40, 20, -20,
]

function rabbitEar(draft: Draft, side: 'left' | 'right', lop: boolean): Layer[] {
  if (draft.hasMark('missing', 'ear', side)) return []
  const sign = side === 'left' ? 1 : -1
  const shape = lop ? LOP : draft.hasMark('notch', 'ear', side) ? UPRIGHT_NOTCHED : UPRIGHT
  const ear: Layer = { role: 'ear', side, loop: place(shape, 0, 0, sign), fur: 0.3 }
  const inner = loopPath(place([10, -30, 7, -58, 12, -78, 18, -60, 17, -34], 0, 0, sign))
  return lop ? [ear] : [ear, `<path d="${inner}" fill="${NOSE_PINK}" opacity=".5"/>`]
}

export function drawRabbit(draft: Draft): Figure {
  const { plan } = draft
  const lop = draft.pick('ears', [false, false, true])
  const ears = [...rabbitEar(draft, 'right', lop), ...rabbitEar(draft, 'left', lop)]
  const line = lineOn(plan.zones.blaze ?? plan.roles.muzzle ?? plan.base)
  const tilt = draft.pose('tilt', [-3, 4, 0, -7])
  const foot = (x: number, y: number, far: boolean): Layer => ({
    role: 'leg',
    far,
    loop: ellipse(x, y, 13, 8),
    zones: { sock: [ellipse(x - 3, y + 1, 14, 9)] },
  })
  return {
    layers: [
      {
        role: 'tail',
        loop: ellipse(165, 166, 14, 13),
        zones: { tip: [ellipse(168, 168, 12, 12)] },
        fur: 0.8,
      },
      foot(98, 181, true),
      {
        role: 'torso',
        loop: [68, 118, 96, 108, 132, 114, 158, 140, 164, 168, 150, 186, 110, 189, 78, 184, 62, 160, 60, 134],
        zones: {
          chest: [[56, 120, 92, 122, 96, 150, 84, 180, 60, 176]],
          back: [[96, 100, 140, 104, 172, 140, 172, 178, 150, 160, 120, 136]],
          belly: [ellipse(104, 186, 36, 12)],
        },
        axis: [100, 112, 134, 122, 156, 150],
        reach: 18,
        fur: 1,
        shadow: ellipse(82, 118, 40, 20),
      },
      {
        role: 'torso',
        loop: ellipse(132, 162, 28, 26),
        zones: { back: [[120, 136, 160, 136, 166, 180, 150, 170]] },
        axis: [124, 140, 150, 150],
        reach: 12,
        fur: 0.5,
      },
      {
        role: 'leg',
        loop: [96, 186, 98, 177, 120, 175, 140, 180, 140, 188, 116, 190],
        zones: { sock: [ellipse(104, 183, 16, 11)] },
      },
      foot(78, 182, false),
      {
        turn: `translate(82 ${102 + 4 * draft.baby})rotate(${tilt})scale(${0.96 + 0.1 * draft.baby})`,
        layers: [
          ...(lop ? [] : ears),
          {
            role: 'head',
            clear: [0, 4, 27],
            loop: mirrored([0, -34, 16, -31, 28, -16, 35, 6, 28, 24, 12, 33, 0, 34]),
            fur: 0.5,
            zones: {
              blaze: [mirrored([0, -38, 5, -20, 8, 0, 22, 14, 18, 36, 0, 38])],
              mask: [mirrored([0, -2, 14, 4, 16, 20, 10, 32, 0, 34])],
              cheek: [ellipse(26, 14, 10, 9), ellipse(-26, 14, 10, 9)],
              brow: [ellipse(19, -16, 4, 3), ellipse(-19, -16, 4, 3)],
              crown: [mirrored([0, -40, 24, -30, 34, -10, 10, -14, 0, -18])],
            },
          },
          eyePair(draft, { x: 21, y: -4, rx: 6, ry: 7.2, iris: '#5a3a2a' }),
          `<path d="M-5 10Q0 7.500 5 10Q3 15 0 15.500Q-3 15-5 10Z" fill="${NOSE_PINK}"/>`,
          stroke('M0 15.500V20M-7 21Q-3 24.500 0 20Q3 24.500 7 21', line),
          ...(lop ? ears : []),
        ],
      },
    ],
    anchors: {
      head: [82, 74],
      face: [102, 106, 64],
      muzzle: [82, 120],
      eye: [103, 92, 61],
      ear: lop ? [124, 112, 42] : [97, 44, 68],
      neck: [82, 136],
      chest: [78, 152],
      back: [136, 124],
      side: [122, 148],
      belly: [104, 182],
      front_leg: [98, 176, 78],
      front_paw: [98, 182, 78],
      hind_leg: [132, 162],
      hind_paw: [106, 182],
      tail: [165, 166],
      whole_body: [118, 146],
    },
  }
}
