import { lens, n } from './shapes.ts'

export const PLACES = ['street', 'yard', 'park', 'snow', 'indoors'] as const
export type Place = (typeof PLACES)[number]

/** Scenes are 400 × 300 units; animals stand at about y = 270. */
type Random = () => number
const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"${more}/>`
const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}"${more}/>`
const choose = <T>(random: Random, options: readonly T[]): T =>
  options[Math.floor(random() * options.length)]!
const range = (count: number) => Array.from({ length: count }, (_, i) => i)

function tree(x: number, y: number, size: number, leaf: string, trunk: string): string {
  const crown = [
    [0, -62, 30],
    [-22, -44, 24],
    [22, -46, 25],
    [0, -36, 26],
  ] as const
  return (
    rect(x - 4 * size, y - 40 * size, 8 * size, 40 * size, trunk) +
    crown
      .map(
        ([dx, dy, r]) =>
          `<circle cx="${n(x + dx * size)}" cy="${n(y + dy * size)}" r="${n(r * size)}" fill="${leaf}"/>`,
      )
      .join('')
  )
}

function birch(x: number, y: number, h: number): string {
  const ticks = range(6)
    .map((i) => lens(x - 4, y - 12 - i * (h / 7), x + (i % 2 ? 3 : 0), y - 13 - i * (h / 7), 1.5))
    .join('')
  return rect(x - 5, y - h, 10, h, '#efeae0') + path(ticks, '#4b4445')
}

function fir(x: number, y: number, size: number, fill: string): string {
  return path(
    range(3)
      .map(
        (i) =>
          `M${n(x)} ${n(y - (96 - i * 20) * size)}l${n((16 + i * 9) * size)} ${n(44 * size)}h${n(-(32 + i * 18) * size)}z`,
      )
      .join(''),
    fill,
  )
}

/** Wall of a many-storey house with its rows of windows. */
function facade(random: Random, y: number): string {
  const wall = choose(random, ['#d9c3a6', '#c9cdd0', '#d8b8a4', '#cfd3c0'])
  const shift = random() * 40
  let out = rect(0, 0, 400, y, wall)
  for (let row = 0; row < 3; row++)
    for (let k = -1; k < 6; k++) {
      const [wx, wy] = [k * 78 + shift, 18 + row * 66]
      if (wy + 42 > y) continue
      const lit = random() < 0.2
      out +=
        rect(wx, wy, 46, 42, '#f3eee4') +
        rect(wx + 4, wy + 4, 17, 34, lit ? '#f2d48b' : '#8fa6b3') +
        rect(wx + 25, wy + 4, 17, 34, lit ? '#f2d48b' : '#9db2bd')
    }
  return `${out}${path(`M0 ${y - 64}H400M0 ${y - 130}H400`, 'none', ' stroke="#00000018" stroke-width="2"')}`
}

function street(random: Random): string {
  const ground = 214
  const door = 40 + random() * 300
  const slabs = range(9)
    .map((i) => `M${n(i * 52 - 30)} 300L${n(i * 38 + 30)} ${ground + 8}`)
    .join('')
  return (
    facade(random, ground) +
    rect(door, ground - 92, 54, 92, choose(random, ['#6f5646', '#55646e', '#7d4a42'])) +
    rect(door - 8, ground - 102, 70, 10, '#9b9690') +
    rect(0, ground, 400, 86, '#b9b3aa') +
    rect(0, ground, 400, 8, '#98928a') +
    path(`${slabs}M0 250H400`, 'none', ' stroke="#a39c93" stroke-width="1.500"')
  )
}

function yard(random: Random): string {
  const leaf = choose(random, ['#8aa46a', '#a8a65c', '#c79a4a'])
  const bench = 30 + random() * 250
  return (
    rect(0, 0, 400, 220, choose(random, ['#cfe0e6', '#dfe3df'])) +
    `<g transform="translate(0 22)scale(1 .62)" opacity=".75">${facade(random, 214)}</g>` +
    rect(0, 154, 400, 146, '#a9b883') +
    path('M0 170Q100 158 200 168T400 160V186H0Z', '#99aa72') +
    tree(20 + random() * 60, 186, 1.5, leaf, '#7c5c45') +
    birch(310 + random() * 60, 196, 196) +
    rect(bench, 170, 84, 6, '#a5754e') +
    rect(bench, 182, 84, 6, '#a5754e') +
    rect(bench + 6, 166, 5, 34, '#5c5652') +
    rect(bench + 73, 166, 5, 34, '#5c5652') +
    path('M-10 300Q120 214 420 232V262Q200 240 90 310Z', '#cdbf9f')
  )
}

function park(random: Random): string {
  const autumn = random() < 0.5
  const leaves = autumn
    ? ['#d9a441', '#c9743a', '#b98a3c', '#a9a25a']
    : ['#7f9f68', '#93ad70', '#6f9068', '#a3b57c']
  const back = range(7).map((i) =>
    tree(
      i * 66 + random() * 24 - 10,
      168 + random() * 8,
      0.9 + random() * 0.5,
      choose(random, leaves),
      '#6f5646',
    ),
  )
  const fallen = range(autumn ? 26 : 12).map(
    () =>
      `<circle cx="${n(random() * 400)}" cy="${n(200 + random() * 96)}" r="${n(1.5 + random() * 2)}" fill="${autumn ? choose(random, leaves) : '#f2e9c8'}"/>`,
  )
  return (
    rect(0, 0, 400, 190, autumn ? '#ece3d2' : '#d3e4ea') +
    back.join('') +
    rect(0, 170, 400, 130, autumn ? '#b9b173' : '#9fb878') +
    path('M150 170Q170 220 60 300H330Q230 220 196 170Z', '#d8c8a8') +
    fallen.join('')
  )
}

function snow(random: Random): string {
  const flakes = range(38).map(
    () =>
      `<circle cx="${n(random() * 400)}" cy="${n(random() * 280)}" r="${n(1 + random() * 2.2)}" fill="#fff"/>`,
  )
  const firs = range(6).map((i) =>
    fir(i * 76 + random() * 30, 196, 1.1 + random() * 0.7, choose(random, ['#6f8a80', '#5f7c78', '#83998c'])),
  )
  return (
    rect(0, 0, 400, 220, choose(random, ['#c5d3de', '#d6d5de', '#b9c6d6'])) +
    firs.join('') +
    path('M0 186Q90 168 190 184T400 176V300H0Z', '#eef2f4') +
    path('M0 236Q130 212 260 232T400 226V300H0Z', '#f9fafa') +
    path(
      'M30 270Q90 262 150 270M230 286Q300 278 380 284',
      'none',
      ' stroke="#d5dfe6" stroke-width="4" stroke-linecap="round"',
    ) +
    flakes.join('')
  )
}

function indoors(random: Random): string {
  const wall = choose(random, ['#e6d9c6', '#d5dcd3', '#dccfd0', '#d3dbe2'])
  const floor = choose(random, ['#b98b62', '#a87f60', '#c49f75'])
  const window = 20 + random() * 230
  const rug = choose(random, ['#b9665a', '#6d8794', '#8a8f62', '#c49a4c'])
  const boards = range(8)
    .map((i) => `M${n(i * 66 - 60)} 300L${n(i * 48 + 20)} 214`)
    .join('')
  return (
    rect(0, 0, 400, 214, wall) +
    rect(window, 24, 110, 122, '#f7f3ea') +
    rect(window + 8, 32, 44, 106, '#c3d9e3') +
    rect(window + 58, 32, 44, 106, '#cfe1e8') +
    rect(window - 8, 144, 126, 8, '#efe7da') +
    path(
      `M${n(window - 16)} 16h32q6 70 -14 132h-18zM${n(window + 126)} 16h-32q-6 70 14 132h18z`,
      '#f3ead9',
      ' opacity=".9"',
    ) +
    rect(0, 206, 400, 10, '#f3ece0') +
    rect(0, 214, 400, 86, floor) +
    path(boards, 'none', ' stroke="#00000022" stroke-width="1.500"') +
    `<ellipse cx="200" cy="270" rx="176" ry="26" fill="${rug}"/><ellipse cx="200" cy="270" rx="160" ry="21" fill="none" stroke="#ffffff66" stroke-width="3"/>`
  )
}

const SCENES: Record<Place, (random: Random) => string> = { street, yard, park, snow, indoors }

/** Background of a scene; equal random streams give equal places. */
export function drawPlace(place: Place, random: Random): string {
  return (SCENES[place] ?? SCENES.yard)(random)
}
