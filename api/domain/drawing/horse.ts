import type { Draft } from './draft.ts'
import { sideEye, stroke } from './face.ts'
import { INK, lightness, mixTones } from './palette.ts'
import { ellipse, place, tube } from './shapes.ts'
import type { Figure, Layer, Loop, Tone } from './types.ts'

const DARK: Tone = { base: INK, line: '#171214' }

export function drawHorse(draft: Draft): Figure {
  const { plan } = draft
  const hair = plan.roles.mane ?? mixTones(plan.base, DARK, lightness(plan.base.base) > 0.8 ? 0.12 : 0.6)
  const pony = draft.size < 2 || draft.baby > 0.9
  const leg = (axis: Loop, widths: readonly number[], far: boolean): Layer[] => {
    const [x, y] = [axis.at(-2)!, axis.at(-1)!]
    return [
      {
        role: 'leg',
        far,
        open: true,
        loop: tube(axis, widths),
        zones: {
          shin: [[x - 20, y - 44, x + 20, y - 46, x + 20, y + 10, x - 20, y + 10]],
          sock: [[x - 14, y - 24, x + 14, y - 26, x + 14, y + 10, x - 14, y + 10]],
        },
        axis,
        reach: 9,
      },
      { role: 'leg', tone: DARK, loop: place([-6, -7, 6, -7, 8, 2, -9, 2], x - 1, y + 3) },
    ]
  }
  return {
    layers: [
      {
        turn: pony ? 'translate(0 24)scale(1 .87)' : '',
        layers: [
          ...leg([82, 124, 84, 150, 90, 184], [12, 6, 4.5], true),
          ...leg([142, 120, 134, 150, 138, 184], [14, 6.5, 4.5], true),
          {
            role: 'mane',
            tone: hair,
            loop: tube([162, 96, 180, 108, 184, 138, 178, 168], [6, 10, 11, 4]),
            fur: 0.7,
          },
          {
            role: 'torso',
            loop: [
              60, 34, 80, 58, 98, 84, 120, 91, 144, 85, 163, 96, 169, 116, 154, 133, 122, 137, 88, 137, 66,
              124, 53, 98, 46, 66, 44, 42,
            ],
            zones: {
              back: [
                [58, 26, 84, 50, 104, 80, 140, 76, 172, 84, 174, 112, 140, 110, 104, 108, 88, 92, 70, 62],
              ],
              chest: [[40, 84, 66, 96, 78, 130, 56, 130]],
              belly: [ellipse(112, 136, 36, 12), [112, 80, 134, 80, 130, 110, 118, 112]],
            },
            axis: [70, 50, 92, 84, 116, 96, 142, 90, 160, 102],
            reach: 18,
            fur: 0.3,
          },
          ...leg([74, 116, 72, 150, 70, 184], [13, 7, 5], false),
          ...leg([154, 108, 158, 138, 150, 158, 156, 184], [17, 9, 6, 5], false),
          {
            role: 'mane',
            tone: hair,
            loop: [56, 26, 74, 36, 92, 62, 106, 90, 98, 96, 86, 88, 74, 66, 60, 48, 52, 38],
            fur: 0.7,
          },
          { role: 'ear', loop: [52, 38, 50, 24, 57, 14, 63, 26, 62, 38] },
          {
            role: 'head',
            clear: [44, 52, 10],
            loop: [64, 38, 50, 28, 36, 42, 24, 62, 16, 78, 18, 88, 30, 90, 40, 80, 56, 72, 66, 56],
            zones: {
              blaze: [[46, 26, 38, 46, 28, 64, 20, 80, 10, 80, 20, 56, 36, 30]],
              mask: [[8, 72, 30, 66, 44, 80, 30, 96, 10, 92]],
              cheek: [ellipse(54, 62, 10, 9)],
              crown: [ellipse(54, 34, 16, 10)],
            },
          },
          {
            role: 'muzzle',
            loop: [27, 66, 16, 76, 15, 87, 24, 93, 34, 88, 37, 78],
            ...(plan.roles.muzzle ? {} : { tone: mixTones(plan.base, DARK, 0.22) }),
          },
          { role: 'mane', tone: hair, loop: [60, 24, 48, 26, 40, 42, 44, 50, 54, 38], fur: 0.5 },
          sideEye(draft, { x: 44, y: 52, rx: 4.2, ry: 4.6, iris: '#5a3a24' }),
          `<ellipse cx="21" cy="79" rx="2.200" ry="3" fill="${INK}"/>`,
          stroke('M19 88Q25 89 30 86', INK, 1.6),
        ],
      },
    ],
    anchors: {
      head: [50, 36],
      face: [40, 62],
      muzzle: [24, 80],
      eye: [44, 52],
      ear: [57, 24],
      neck: [74, 84],
      chest: [62, 114],
      back: [126, 92],
      side: [118, 112],
      belly: [112, 132],
      front_leg: [72, 150],
      front_paw: [70, 178],
      hind_leg: [154, 150],
      hind_paw: [156, 178],
      tail: [184, 138],
      whole_body: [118, 108],
    },
  }
}
