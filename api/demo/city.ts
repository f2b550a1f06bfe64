import type { Species } from '../domain/vocabulary.ts'
import { bearAnimal } from './animals.ts'
import { type Dice, makeDice } from './dice.ts'
import { moveSpot, pickSpot, rollDelayDays, rollDistanceM, type Spot } from './spots.ts'
import {
  type DemoReport,
  type Occasion,
  tellDeceased,
  tellFound,
  tellIntake,
  tellLost,
  tellSighting,
} from './tell.ts'

/** Which reports are truly one animal: what a demonstration of matching can be checked against. */
export type DemoTruth = {
  pairs: { lost: string; found: string }[]
  duplicates: string[][]
  chains: { lost: string; sightings: string[] }[]
}
export type DemoCity = { reports: DemoReport[]; truth: DemoTruth }

const DAYS = 90
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MOSCOW_OFFSET_H = 3

/** How many of each story the city holds. */
const STORIES = {
  pairs: 64,
  duplicates: 8,
  chains: 16,
  lost: 168,
  found: 94,
  sightings: 58,
  intakes: 40,
  deceased: 6,
}

/** Nights are quiet: each day's hours are drawn together between six in the morning and midnight, in their order. */
function byDay(ms: number): number {
  const local = ms + MOSCOW_OFFSET_H * HOUR_MS
  const midnight = Math.floor(local / DAY_MS) * DAY_MS
  return midnight + 6 * HOUR_MS + (local - midnight) * 0.75 - MOSCOW_OFFSET_H * HOUR_MS
}

/**
 * A made-up quarter of a year of Moscow: about 600 reports in both languages, newest first, with planted true pairs,
 * duplicates, sighting chains, reunions and one shelter. Equal arguments give equal cities.
 */
export function buildDemoCity({ seed, now }: { seed: string; now: Date }): DemoCity {
  const reports: DemoReport[] = []
  const truth: DemoTruth = { pairs: [], duplicates: [], chains: [] }
  const add = (report: DemoReport) => {
    reports.push(report)
    return report
  }
  const story = (name: string, number: number, only?: Species) => {
    const key = `${name}${number + 1}`
    const dice = makeDice(`${seed}/${key}`)
    const animal = bearAnimal(dice, `${seed}-${key}`, only)
    /** Days ago, more of them recent; at least `least`, so that what follows has time to happen. */
    const ago = (least = 0.05) => Math.max(least, Math.min(DAYS - 1, DAYS * dice.roll() ** 1.25))
    const occasion = (part: string, spot: Spot, ms: number): Occasion => ({
      key: `${key}-${part}`,
      animal,
      spot,
      at: new Date(Math.min(byDay(ms), now.getTime() - HOUR_MS)),
      now,
    })
    return { dice, animal, ago, occasion }
  }
  const reunite = (
    dice: Dice,
    among: readonly DemoReport[],
    resolution: 'returned_by_finder' | 'returned_by_shelter',
  ) => {
    const latest = Math.max(...among.map((report) => report.createdAt.getTime()))
    const at = new Date(latest + Math.min(dice.between(2, 40) * HOUR_MS, (now.getTime() - latest) * 0.9))
    for (const report of among) report.resolved = { resolution, at }
  }
  const times = (count: number, tell: (number: number) => void) => {
    for (let number = 0; number < count; number++) tell(number)
  }

  times(STORIES.pairs, (number) => {
    const { dice, animal, ago, occasion } = story(
      'pair',
      number,
      number % 9 === 8 ? undefined : number % 5 < 3 ? 'dog' : 'cat',
    )
    const delay = rollDelayDays(dice, animal.species)
    const lostMs = now.getTime() - ago(delay + 0.3) * DAY_MS
    const home = pickSpot(dice)
    const place = moveSpot(dice, home, rollDistanceM(dice, animal.species))
    const lost = add(tellLost(occasion('lost', home, lostMs)))
    const there = occasion('found', place, lostMs + delay * DAY_MS)
    const sheltered = number % 5 === 1
    const found = add(
      sheltered ? tellIntake(there) : number % 16 === 7 ? tellSighting(there) : tellFound(there),
    )
    truth.pairs.push({ lost: lost.key, found: found.key })
    if (number % 3 === 0)
      reunite(dice, [lost, found], sheltered ? 'returned_by_shelter' : 'returned_by_finder')
  })

  times(STORIES.duplicates, (number) => {
    const { dice, ago, occasion } = story('twice', number, number % 4 === 3 ? 'cat' : 'dog')
    const firstMs = now.getTime() - ago(1.2) * DAY_MS
    const place = pickSpot(dice)
    const posts = [0, 1, 2].map((poster) => {
      const spot = poster ? moveSpot(dice, place, dice.between(20, 180)) : place
      return add(
        tellFound(occasion(`found${poster + 1}`, spot, firstMs + poster * dice.between(1, 6) * HOUR_MS)),
      )
    })
    truth.duplicates.push(posts.map((post) => post.key))
    if (number % 2) return
    const lost = add(
      tellLost(
        occasion(
          'lost',
          moveSpot(dice, place, dice.between(200, 1_500)),
          firstMs - dice.between(4, 30) * HOUR_MS,
        ),
      ),
    )
    truth.pairs.push(...posts.map((post) => ({ lost: lost.key, found: post.key })))
  })

  times(STORIES.chains, (number) => {
    const { dice, ago, occasion } = story('track', number, number % 4 === 3 ? 'cat' : 'dog')
    const slow = number % 4 === 3
    const count = 2 + Math.floor(dice.between(0, 3.99))
    let ms = now.getTime() - ago(count * 1.3 + 0.5) * DAY_MS
    let spot = pickSpot(dice)
    const lost = add(tellLost(occasion('lost', spot, ms)))
    const sightings = Array.from({ length: count }, (_, i) => {
      const hours = dice.between(7, 29)
      ms += hours * HOUR_MS
      // Well under what a stray covers: dogs at most some 250 m an hour on the whole, cats a tenth of it.
      spot = moveSpot(dice, spot, hours * (slow ? dice.between(2, 20) : dice.between(30, 200)))
      return add(tellSighting({ ...occasion(`seen${i + 1}`, spot, ms), about: lost }))
    })
    truth.chains.push({ lost: lost.key, sightings: sightings.map((sighting) => sighting.key) })
    if (number % 3) return
    const end = moveSpot(dice, spot, dice.between(50, 400))
    const found = add(
      tellFound(
        occasion('found', end, Math.min(ms + dice.between(3, 12) * HOUR_MS, now.getTime() - HOUR_MS)),
      ),
    )
    truth.pairs.push({ lost: lost.key, found: found.key })
    if (number % 6 === 0)
      reunite(dice, [lost, found, ...reports.filter((one) => sightings.includes(one))], 'returned_by_finder')
  })

  times(STORIES.lost, (number) => {
    const { dice, ago, occasion } = story('lost', number)
    const days = ago()
    const lost = add(tellLost(occasion('lost', pickSpot(dice), now.getTime() - days * DAY_MS)))
    if (days < 4 || !dice.chance(0.3)) return
    const home =
      lost.createdAt.getTime() + dice.between(0.05, 0.9) * (now.getTime() - lost.createdAt.getTime())
    lost.resolved = {
      resolution: dice.pick(['returned_self', 'found_by_owner', 'found_by_owner'] as const),
      at: new Date(home),
    }
  })
  times(STORIES.found, (number) => {
    const { dice, ago, occasion } = story('found', number)
    add(tellFound(occasion('found', pickSpot(dice), now.getTime() - ago() * DAY_MS)))
  })
  times(STORIES.sightings, (number) => {
    const { dice, ago, occasion } = story('seen', number, number % 3 === 2 ? 'cat' : 'dog')
    add(tellSighting(occasion('seen', pickSpot(dice), now.getTime() - ago() * DAY_MS)))
  })
  times(STORIES.intakes, (number) => {
    const { dice, ago, occasion } = story('intake', number, number % 3 === 2 ? 'cat' : 'dog')
    add(tellIntake(occasion('intake', pickSpot(dice), now.getTime() - ago() * DAY_MS)))
  })
  times(STORIES.deceased, (number) => {
    const { dice, ago, occasion } = story('road', number, number % 3 === 2 ? 'dog' : 'cat')
    add(tellDeceased(occasion('road', pickSpot(dice), now.getTime() - ago(1) * DAY_MS)))
  })

  reports.sort(
    (a, b) => Date.parse(b.body.occurredAt) - Date.parse(a.body.occurredAt) || (a.key < b.key ? -1 : 1),
  )
  return { reports, truth }
}
