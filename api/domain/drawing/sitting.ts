import type { Draft } from './draft.ts'
import { stroke } from './face.ts'
import { lightness, mixColours } from './palette.ts'
import { ellipse, n, place, tube } from './shapes.ts'
import type { Anchors, Layer, Loop } from './types.ts'

export type Seat = {
  /** Width of trunk and legs, 1 for a middling dog. */
  girth: number
  tail: Loop
  tailWidths: readonly number[]
}

const TORSO: Loop = [
  76, 84, 66, 110, 65, 142, 74, 174, 98, 187, 142, 187, 160, 174, 157, 150, 145, 126, 127, 104, 108, 84,
]
const BACK: Loop = [98, 72, 106, 98, 111, 126, 124, 142, 146, 160, 165, 188, 184, 180, 172, 120, 134, 80]
const CHEST: Loop = [72, 80, 104, 80, 104, 112, 97, 140, 89, 156, 80, 140, 71, 112]
const HAUNCH_BACK: Loop = [100, 144, 120, 144, 140, 152, 154, 172, 172, 184, 176, 130, 140, 118, 108, 126]
const LEG: Loop = [
  -5, -66, -11, -38, -10.5, -16, -14, -6, -13, 0, 0, 1.5, 12, 0, 13, -6, 10, -18, 10.5, -34, 4, -66,
]
const SOCK: Loop = [-22, -19, -8, -21, 8, -18, 22, -22, 22, 8, -22, 8]
const SHIN: Loop = [-22, -38, 0, -46, 22, -38, 22, 8, -22, 8]
const FOOT: Loop = [102, 186, 104, 177, 114, 173, 140, 174, 148, 182, 144, 188, 122, 189]

/** Body of a dog or cat that sits turned a little to our left; the head comes on top. Ground is at y = 188. */
export function sittingBody(draft: Draft, seat: Seat): { layers: Layer[]; anchors: Anchors } {
  const { girth } = seat
  const wide = (loop: Loop) => loop.map((v, i) => (i % 2 ? v : 98 + (v - 98) * girth))
  const [lx, rx] = [98 - 18 * girth, 98 + 5 * girth]
  const legWidth = 0.55 + 0.45 * girth
  const plush = draft.coat === 'long' ? 1.9 : draft.coat === 'medium' || draft.coat === 'curly' ? 1.4 : 1
  const thin = draft.coat === 'hairless' ? 0.6 : 1
  const leg = (x: number, side: 'left' | 'right', far: boolean): Layer => ({
    role: 'leg',
    side,
    far,
    loop: place(LEG, x, 188, legWidth, 1),
    zones: { sock: [place(SOCK, x, 188)], shin: [place(SHIN, x, 188)] },
    open: true,
    axis: [x, 128, x, 168],
    reach: 13,
    fur: draft.coat === 'curly' || draft.coat === 'rough' ? 0.6 : 0,
  })
  const toe = mixColours(
    draft.plan.zones.sock?.base ?? draft.plan.roles.leg?.base ?? draft.plan.base.base,
    '#000000',
    0.35,
  )
  const toeLine = lightness(toe) < 0.2 ? '#6b6366' : toe
  const hind = 98 + 10 * girth
  const toes = [lx - 4, lx + 4, rx - 4, rx + 4, hind, hind + 7].map((x) => `M${n(x)} 182v5`).join('')
  const tail: Layer[] =
    draft.hasMark('docked', 'tail') || draft.hasMark('missing', 'tail')
      ? []
      : [
          {
            role: 'tail',
            loop: tube(
              seat.tail,
              seat.tailWidths.map((w) => w * plush * thin),
            ),
            zones: { tip: [ellipse(seat.tail.at(-2)!, seat.tail.at(-1)!, 17, 15)] },
            axis: seat.tail,
            reach: 14 * plush,
            fur: 0.9,
          },
        ]
  // One patch over chest and legs, so that no seam runs where they meet.
  const white = draft.plan.zones.chest
  const bib: Layer[] = white
    ? [
        {
          role: 'muzzle',
          tone: white,
          bare: true,
          loop: wide(CHEST),
          fur: 0.7,
          shadow: ellipse(88, 96, 44 * girth, 20),
        },
      ]
    : []
  return {
    layers: [
      ...tail,
      {
        role: 'torso',
        loop: wide(TORSO),
        zones: { back: [wide(BACK)] },
        axis: wide([110, 84, 129, 106, 147, 130, 158, 156]),
        reach: 19,
        fur: 1,
        shadow: ellipse(88, 96, 44 * girth, 20),
      },
      leg(rx, 'left', true),
      {
        role: 'torso',
        loop: wide(ellipse(134, 161, 25, 27)),
        zones: { back: [wide(HAUNCH_BACK)] },
        axis: wide([128, 136, 150, 146, 158, 172]),
        reach: 16,
        fur: 0.55,
      },
      {
        role: 'leg',
        loop: wide(FOOT),
        zones: {
          sock: [wide([96, 168, 124, 170, 126, 194, 96, 194])],
          shin: [wide([90, 160, 160, 160, 160, 196, 90, 196])],
        },
      },
      leg(lx, 'right', false),
      ...bib,
      stroke(toes, toeLine, 1.4),
    ],
    anchors: {
      neck: [88, 108],
      chest: [88, 126],
      back: [116, 124],
      side: [112, 146],
      belly: [104, 170],
      front_leg: [rx, 152, lx],
      front_paw: [rx, 182, lx],
      hind_leg: [134, 162],
      hind_paw: [112, 182],
      tail: [seat.tail[4] ?? 176, seat.tail[5] ?? 150],
      whole_body: [112, 140],
    },
  }
}
