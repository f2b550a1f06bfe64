import type { Draft } from './draft.ts'
import { eyeColour, eyePair, lineOn, stroke } from './face.ts'
import { INK, TONGUE } from './palette.ts'
import { ellipse, loopPath, mirrored, place } from './shapes.ts'
import { sittingBody } from './sitting.ts'
import type { Build, Figure, Layer, Loop } from './types.ts'

const TAILS: Record<NonNullable<Build['tail']>, Loop> = {
  up: [144, 178, 166, 172, 180, 152, 184, 126],
  curl: [146, 174, 170, 164, 178, 140, 166, 124, 154, 132],
  down: [142, 181, 164, 186, 188, 182],
}
const EARS: Record<NonNullable<Build['ears']>, Loop> = {
  drop: [16, -34, 30, -36, 46, -22, 52, 6, 46, 23, 35, 16, 31, -6, 25, -20],
  prick: [6, -33, 13, -50, 26, -64, 30, -63, 40, -44, 41, -14, 26, -18],
  semi: [12, -32, 24, -50, 38, -52, 50, -34, 52, -22, 52, -22, 40, -26, 32, -18],
  long: [16, -34, 32, -36, 46, -16, 54, 20, 48, 44, 34, 42, 30, 14, 28, -10],
}
const MUZZLES: Record<NonNullable<Build['muzzle']>, Loop> = {
  short: [0, 6, 13, 6, 23, 15, 21, 28, 10, 33, 0, 32],
  medium: [0, 1, 11, 3, 19, 14, 19, 28, 10, 37, 0, 38],
  long: [0, -3, 10, 0, 16, 14, 17, 32, 10, 44, 0, 45],
}
const HEAD = [0, -41, 13, -39.5, 28, -30, 38, -8, 35, 12, 26, 30, 12, 40, 0, 42]

/** A notch is bitten out of the ear's outer edge: corners to put in after so many numbers of its outline. */
const NOTCHES: Record<NonNullable<Build['ears']>, { at: number; cut: Loop }> = {
  drop: { at: 6, cut: [49.5, -10, 49.5, -10, 41, -6, 41, -6, 51.5, -1, 51.5, -1] },
  prick: { at: 8, cut: [34, -57, 34, -57, 28, -50, 28, -50, 38.5, -48, 38.5, -48] },
  semi: { at: 6, cut: [41, -50, 41, -50, 38, -42, 38, -42, 46, -44, 46, -44] },
  long: { at: 6, cut: [50, -2, 50, -2, 42, 2, 42, 2, 52, 8, 52, 8] },
}

/** Ears, muzzle and tail by the coat and size of the commoner breeds that have them. */
function chooseBuild(draft: Draft): Required<{ [K in 'ears' | 'muzzle' | 'tail']: NonNullable<Build[K]> }> {
  const { look, coat, size, pick } = draft
  const wolfish = look.pattern === 'saddle' || look.pattern === 'sable'
  const ears = wolfish
    ? (['prick', 'prick', 'semi'] as const)
    : coat === 'long' || coat === 'curly'
      ? (['long', 'drop'] as const)
      : coat === 'rough'
        ? (['semi', 'drop'] as const)
        : size < 1
          ? (['prick', 'drop'] as const)
          : (['drop', 'prick', 'semi', 'drop'] as const)
  const muzzles = size < 2 ? (['medium', 'short'] as const) : (['medium', 'medium', 'long', 'short'] as const)
  return {
    ears: look.build?.ears ?? pick('ears', ears),
    muzzle: look.build?.muzzle ?? (wolfish ? 'long' : pick('muzzle', muzzles)),
    tail: look.build?.tail ?? pick('tail', ['up', 'curl', 'down'] as const),
  }
}

function dogEar(draft: Draft, shape: NonNullable<Build['ears']>, side: 'left' | 'right'): Layer[] {
  if (draft.hasMark('missing', 'ear', side)) return []
  let loop = EARS[shape]
  const notch = NOTCHES[shape]
  if (draft.hasMark('notch', 'ear', side))
    loop = [...loop.slice(0, notch.at), ...notch.cut, ...loop.slice(notch.at)]
  const sign = (side === 'left' ? 1 : -1) * (1 + 0.03 * (2 - draft.size) * (shape === 'prick' ? 1 : 0))
  const ear: Layer = { role: 'ear', side, loop: place(loop, 0, 0, sign), fur: shape === 'prick' ? 0.3 : 0.75 }
  if (shape !== 'prick') return [ear]
  const inner = loopPath(place([16, -36, 19, -48, 28, -56, 34, -42, 34, -24], 0, 0, sign))
  return [ear, `<path d="${inner}" fill="${INK}" opacity=".22"/>`]
}

const NOSE = mirrored([0, 3, 7, 3.5, 9.5, 8, 5, 13.5, 0, 15])

function dogHead(draft: Draft): Layer[] {
  const { plan, coat } = draft
  const build = chooseBuild(draft)
  const erect = build.ears === 'prick' || build.ears === 'semi'
  const ears = [...dogEar(draft, build.ears, 'right'), ...dogEar(draft, build.ears, 'left')]
  const muzzle = MUZZLES[build.muzzle]
  const noseY = build.muzzle === 'short' ? 3 : build.muzzle === 'long' ? 3 : 0
  const y = 15 + noseY
  const muzzleTone = draft.senior
    ? { base: '#cfc7c0', line: '#aaa19a' }
    : (plan.roles.muzzle ?? plan.zones.blaze)
  const line = lineOn(muzzleTone ?? plan.base)
  const wide = build.muzzle === 'short' ? 1.08 : build.muzzle === 'long' ? 0.95 : 1
  const beard = coat === 'rough' || coat === 'curly' || coat === 'long'
  const happy = draft.pose('tongue', [false, true, false])
  const brows: Layer[] =
    coat === 'rough'
      ? [1, -1].map(
          (s): Layer => ({
            role: 'head',
            loop: place([5, -19, 15, -25, 26, -18, 20, -14, 10, -14], 0, 0, s, 1),
            fur: 0.8,
          }),
        )
      : []
  return [
    ...(erect ? ears : []),
    {
      role: 'head',
      clear: [0, 8, 30],
      loop: mirrored(HEAD).map((v, i) => (i % 2 ? v : v * wide)),
      fur: 0.6,
      zones: {
        blaze: [mirrored([0, -42, 5, -30, 6, -14, 14, 2, 24, 22, 16, 44, 0, 46])],
        mask: [mirrored([0, -10, 16, -14, 26, 0, 24, 20, 12, 42, 0, 44])],
        cheek: [ellipse(29, 19, 12, 13), ellipse(-29, 19, 12, 13)],
        brow: [ellipse(15, -17, 5, 4), ellipse(-15, -17, 5, 4)],
        crown: [mirrored([0, -46, 34, -36, 44, -6, 24, -12, 8, -16, 0, -8])],
      },
    },
    {
      role: 'muzzle',
      loop: mirrored(muzzle),
      fur: beard ? 0.7 : 0,
      ...(muzzleTone ? { tone: { base: muzzleTone.base, line: muzzleTone.base } } : {}),
    },
    happy ? `<path d="M-6 ${y + 8}Q-7 ${y + 22} 0 ${y + 22}Q7 ${y + 22} 6 ${y + 8}Z" fill="${TONGUE}"/>` : '',
    stroke(`M0 ${y}V${y + 7}M-12 ${y + 6}Q-6 ${y + 13} 0 ${y + 7}Q6 ${y + 13} 12 ${y + 6}`, line, 2),
    `<path transform="translate(0 ${noseY})" d="${loopPath(NOSE)}" fill="${INK}"/><ellipse cx="-3" cy="${6 + noseY}" rx="2.6" ry="1.4" fill="#fff" opacity=".45"/>`,
    eyePair(draft, {
      x: 15.5 * wide,
      y: -5,
      rx: 5.4,
      ry: 5.9,
      iris: eyeColour(draft, ['#8a5a30', '#9c6a34', '#6d4426']),
    }),
    ...brows,
    ...(erect ? [] : ears),
  ]
}

export function drawDog(draft: Draft): Figure {
  const build = chooseBuild(draft)
  const body = sittingBody(draft, {
    girth: 0.9 + 0.045 * draft.size - 0.14 * draft.baby,
    tail: TAILS[build.tail],
    tailWidths: [8, 8, 7, 6, 4].slice(-TAILS[build.tail].length / 2),
  })
  const scale = 1.1 - 0.035 * draft.size + 0.12 * draft.baby
  const y = 70 - 2 * draft.size + 14 * draft.baby
  const tilt = draft.pose('tilt', [0, -6, 5, 9, -3])
  return {
    layers: [
      ...body.layers,
      { turn: `translate(87 ${y})rotate(${tilt})scale(${scale})`, layers: dogHead(draft) },
    ],
    anchors: {
      ...body.anchors,
      neck: [87, y + 4 + (build.muzzle === 'long' ? 44 : 40) * scale],
      head: [87, y - 28],
      face: [108, y + 10, 66],
      muzzle: [87, y + 24],
      eye: [103, y - 14, 71],
      ear: [124, y - 14, 50],
    },
  }
}
