import type { Draft } from './draft.ts'
import { eyePair, lineOn, stroke } from './face.ts'
import { INK, NOSE_PINK, SKIN } from './palette.ts'
import { ellipse, mirrored, tube } from './shapes.ts'
import type { Figure, Layer } from './types.ts'

export function drawRodent(draft: Draft): Figure {
  const { plan } = draft
  const rat =
    (draft.look.build?.form ??
      (draft.size > 2 ? 'rat' : draft.pick('form', ['hamster', 'hamster', 'rat']))) === 'rat'
  const squeeze = rat ? 0.82 : 1
  const body = mirrored([0, -62, 24, -58, 42, -40, 46, -16, 58, 16, 50, 46, 24, 57, 0, 58]).map((v, i) =>
    i % 2 ? v : v * squeeze,
  )
  const ear = (side: 'left' | 'right'): Layer[] => {
    const sign = side === 'left' ? 1 : -1
    const [x, y, r] = rat ? [27, -56, 16] : [33, -50, 13]
    return draft.hasMark('missing', 'ear', side)
      ? []
      : [
          { role: 'ear', side, loop: ellipse(x * sign, y, r) },
          `<circle cx="${x * sign}" cy="${y + 1}" r="${r - 5}" fill="${NOSE_PINK}" opacity=".6"/>`,
        ]
  }
  const pale = plan.zones.belly ?? plan.roles.muzzle
  const line = lineOn(pale ?? plan.base)
  const pink = (x: number, y: number, rx: number, ry: number) =>
    `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${SKIN.base}" stroke="${SKIN.line}" stroke-width="1.4"/>`
  const whiskers = [1, -1].map((s) => `M${s * 16} -6L${s * 40} -12M${s * 16} -2L${s * 40} 2`).join('')
  const tail: Layer[] =
    rat && !draft.hasMark('missing', 'tail')
      ? [
          {
            role: 'tail',
            tone: SKIN,
            loop: tube([20, 48, 54, 56, 76, 40, 74, 14, 84, -4], [6, 5.5, 4.5, 3.5, 2]),
          },
        ]
      : []
  return {
    layers: [
      {
        turn: 'translate(98 130)',
        layers: [
          ...tail,
          ...ear('right'),
          ...ear('left'),
          {
            role: 'torso',
            clear: [0, -16, 31],
            loop: body,
            fur: 0.7,
            axis: [30, -40, 44, -4, 52, 30],
            reach: 15,
            zones: {
              belly: [ellipse(0, 28, 31 * squeeze, 30)],
              chest: [ellipse(0, 8, 22 * squeeze, 14)],
              blaze: [mirrored([0, -66, 4, -44, 5, -24, 20, -10, 16, 4, 0, 8])],
              mask: [mirrored([0, -34, 16, -28, 30, -20, 22, -6, 0, 0])],
              cheek: [ellipse(30, -8, 13, 11), ellipse(-30, -8, 13, 11)],
              crown: [mirrored([0, -70, 34, -60, 40, -40, 14, -44, 0, -36])],
              back: [
                [24, -60, 60, -30, 70, 30, 46, 60, 40, 10, 34, -24],
                [-24, -60, -60, -30, -70, 30, -46, 60, -40, 10, -34, -24],
              ],
              brow: [ellipse(20, -38, 4, 3), ellipse(-20, -38, 4, 3)],
            },
          },
          pink(-24, 55, 13, 6.5),
          pink(24, 55, 13, 6.5),
          eyePair(draft, { x: 20, y: -26, rx: 6.2, ry: 6.6, iris: '#3a2523' }),
          stroke(whiskers, line, 1),
          `<path d="M-4.500-13Q0-15.500 4.500-13Q3-8.500 0-8Q-3-8.500-4.500-13Z" fill="${NOSE_PINK}"/>`,
          stroke('M0-8V-4M-6-3Q-3 0 0-4Q3 0 6-3', line, 1.6),
          pink(-12, 13, 7.5, 6),
          pink(12, 13, 7.5, 6),
          stroke('M-15 10v4M-11 10v4M11 10v4M15 10v4', INK, 0.8),
        ],
      },
    ],
    anchors: {
      head: [98, 78],
      face: [124, 118, 72],
      muzzle: [98, 124],
      eye: [118, 104, 78],
      ear: [128, 78, 66],
      chest: [98, 150],
      belly: [98, 166],
      side: [136, 150],
      back: [140, 130],
      front_paw: [110, 143, 86],
      hind_paw: [122, 185, 74],
      front_leg: [110, 140, 86],
      hind_leg: [122, 180, 74],
      tail: [172, 160],
      neck: [98, 132],
      whole_body: [98, 150],
    },
  }
}
