import { placeInFull as inFull } from '../../api/domain/place-words.ts'
import { formatAgo } from '../i18n/dates.ts'
import { nowMs } from '../state/clock.ts'
import { language } from '../state/device.ts'
import type { ReportProperties } from '../wire.ts'
import { joinFacts } from './join-facts.ts'

type Placed = Pick<ReportProperties, 'nearestPlace'>

/** "Сокольники": where it was, for a list; nothing in open country. */
export const placeName = ({ nearestPlace }: Placed) => nearestPlace?.[language.value].name

/** The same with the city, region or country that a list has no room for. */
export const placeInFull = ({ nearestPlace }: Placed) => nameInFull(nearestPlace)

export const nameInFull = (nearestPlace: Placed['nearestPlace'] | null) =>
  inFull(nearestPlace?.[language.value])

/** "3 days ago · Sokolniki": what a row says before anything else. */
export function agoAndWhere(pet: Placed & Pick<ReportProperties, 'occurredAt'>): string {
  return withPlace(formatAgo(pet.occurredAt, nowMs.value), pet)
}

export const withPlace = (words: string, pet: Placed) => joinFacts([words, placeName(pet)])
