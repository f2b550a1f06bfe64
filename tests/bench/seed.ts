import { AGES, COATS, COLOURS, PATTERNS, SEXES, SIZES } from '../../api/domain/vocabulary.ts'
import type { ReportBody } from '../../api/reports/schema.ts'

export const CITY = { lng: 37.6176, lat: 55.7558 }

const KINDS = ['lost', 'lost', 'lost', 'found', 'found', 'sighting'] as const
const WORDS = [
  'Ласковый, откликается на имя, боится громких звуков.',
  'Убежал со двора, был в красном ошейнике с адресником.',
  'Видели у метро, близко не подпускает, прихрамывает.',
  'Friendly, wears a blue collar, may be hiding under cars.',
]
const DAY_MS = 86_400_000

/** Numbers from 0 to 1, the same every time (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A report of one city's year: denser towards the centre, three dogs to two cats, a third of the traits unknown. */
export function makeReport(random: () => number, now: Date): ReportBody {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const maybe = <T>(list: readonly T[]): T | undefined => (random() < 0.66 ? pick(list) : undefined)
  const known = Object.entries({
    sex: maybe(SEXES),
    size: maybe(SIZES),
    age: maybe(AGES),
    coat: maybe(COATS),
    pattern: maybe(PATTERNS),
    description: maybe(WORDS),
    name: maybe(['Рыжик', 'Барсик', 'Rex', 'Мурка', 'Белка']),
  }).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(known),
    kind: pick(KINDS),
    species: random() < 0.6 ? 'dog' : 'cat',
    colours: random() < 0.5 ? [pick(COLOURS)] : [pick(COLOURS), pick(COLOURS)],
    occurredAt: new Date(now.getTime() - random() ** 1.5 * 365 * DAY_MS).toISOString(),
    location: { ...scatter(random, 0.12), accuracyM: 30 },
    contact: { email: 'bench@example.org' },
  } as ReportBody
}

/** Bell-shaped round the centre (Box and Muller), `spread` in degrees of latitude. */
export function scatter(random: () => number, spread: number): { lng: number; lat: number } {
  const distance = Math.sqrt(-2 * Math.log(1 - random())) * spread
  const angle = 2 * Math.PI * random()
  return { lng: CITY.lng + distance * Math.cos(angle) * 1.78, lat: CITY.lat + distance * Math.sin(angle) }
}

export async function* linesOf(count: number, now: Date): AsyncGenerator<string> {
  const random = createRandom(20_261_120)
  for (let number = 0; number < count; number += 1) {
    yield JSON.stringify({ externalId: `bench-${number}`, ...makeReport(random, now) })
  }
}
