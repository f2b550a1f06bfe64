import type { Draft } from './draft.ts'
import { sideEye, stroke } from './face.ts'
import { INK, lightness, mixTones } from './palette.ts'
import { ellipse, tube } from './shapes.ts'
import type { Figure, Layer, Tone } from './types.ts'

const BEAK: Tone = { base: '#e2b04a', line: '#a97c27' }
const WOOD: Tone = { base: '#a9805c', line: '#7b5a3d' }
const DARK: Tone = { base: INK, line: INK }

/** A budgerigar or cockatiel on a twig: the birds that fly out of windows most. */
export function drawBird(draft: Draft): Figure {
  const { plan } = draft
  const crested =
    (draft.look.build?.form ?? draft.pick('form', ['budgie', 'cockatiel', 'budgie'])) === 'cockatiel'
  const second = plan.zones.blaze ?? plan.zones.cheek
  const wing = plan.roles.wing ?? mixTones(plan.base, DARK, lightness(plan.base.base) < 0.4 ? 0.3 : 0.16)
  const scallop = plan.base.line
  const rows = [0, 1, 2].flatMap((row) =>
    Array.from({ length: 4 - row }, (_, k) => `M${109 + k * 8 + row * 9} ${96 + row * 15 + k * 5}q4 8 9 1`),
  )
  const crest: Layer[] = crested
    ? [0, 1, 2].map(
        (k): Layer => ({
          role: 'ear',
          loop: tube([88 + k * 4, 44, 94 + k * 9, 22 - k * -3, 112 + k * 7, 10 + k * 7], [5, 4.5, 1.5]),
        }),
      )
    : []
  const cheek = crested ? '#e08a4a' : '#7a8fc4'
  return {
    layers: [
      { role: 'wing', tone: WOOD, loop: tube([22, 176, 70, 171, 130, 175, 180, 168], [4, 5, 5, 4]) },
      {
        role: 'tail',
        loop: [112, 132, 134, 140, 162, 190, 162, 196, 150, 196, 130, 180, 108, 156],
        zones: { tip: [ellipse(154, 188, 22, 18)] },
        axis: [122, 144, 154, 190],
        reach: 16,
      },
      {
        role: 'torso',
        loop: [82, 56, 112, 62, 136, 92, 140, 124, 126, 152, 102, 164, 80, 156, 66, 128, 64, 94],
        zones: {
          chest: [[58, 94, 84, 92, 98, 120, 96, 150, 76, 160, 58, 124]],
          belly: [ellipse(94, 154, 26, 16)],
          back: [[110, 56, 150, 90, 146, 140, 124, 110]],
        },
        axis: [76, 100, 80, 156],
        reach: 16,
        fur: 0.6,
        shadow: ellipse(86, 90, 34, 16),
      },
      {
        role: 'wing',
        loop: [104, 84, 126, 88, 146, 116, 154, 156, 154, 160, 134, 152, 110, 134, 98, 108],
        ...(plan.roles.wing || plan.scatter ? {} : { tone: wing }),
        axis: [112, 92, 128, 116, 144, 148],
        reach: 18,
        zones: { tip: [ellipse(150, 152, 16, 20)], back: [ellipse(128, 104, 22, 24)] },
      },
      stroke(rows.join(''), scallop, 1.6),
      ...crest,
      {
        role: 'head',
        loop: ellipse(84, 62, 29, 28),
        fur: 0.2,
        zones: {
          blaze: [[50, 44, 72, 38, 92, 48, 94, 70, 82, 90, 54, 90]],
          mask: [[50, 44, 76, 40, 90, 56, 84, 82, 54, 90]],
          cheek: [ellipse(88, 76, 12, 10)],
          crown: [[60, 34, 90, 26, 120, 52, 100, 56, 84, 46]],
          brow: [ellipse(76, 46, 6, 3)],
        },
        ...(crested && !second ? { tone: mixTones(plan.base, BEAK, 0.45) } : {}),
      },
      { role: 'muzzle', tone: BEAK, loop: [60, 58, 68, 60, 70, 72, 62, 80, 56, 84, 56, 84, 52, 72, 54, 62] },
      `<ellipse cx="63" cy="59" rx="6" ry="3.600" fill="${crested ? '#b9a48c' : '#93a9cf'}"/>`,
      `<circle cx="90" cy="74" r="${crested ? 7.5 : 4.5}" fill="${cheek}"/>`,
      sideEye(draft, { x: 79, y: 56, rx: 4.6, ry: 4.8, iris: '#f2ece2' }),
      stroke('M90 160v12M97 161v12M90 170l-6 4M97 171l6 3', '#a8877f', 4),
    ],
    anchors: {
      head: [88, 40],
      face: [88, 74],
      eye: [79, 56],
      muzzle: [60, 70],
      neck: [84, 92],
      chest: [78, 118],
      belly: [90, 148],
      back: [128, 92],
      side: [124, 118],
      hind_leg: [92, 166],
      hind_paw: [92, 172],
      tail: [142, 172],
      whole_body: [104, 118],
    },
  }
}
