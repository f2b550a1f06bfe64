import type { Language } from '../domain/vocabulary.ts'

/** One line of the bundled file; made by api/cli/places/build-places.ts. */
export type GazetteerRow = [
  kind: 'town' | 'district' | 'metro',
  /** Empty where only the local name is known. */
  ru: string,
  en: string,
  /** Region code in Russia, okrug in Moscow, else a country's two letters. */
  area: string,
  lng: number,
  lat: number,
  /** About how far from its middle a place goes by this name. */
  radiusM: number,
  /** People; for districts and stations a number that ranks them among towns. */
  weight: number,
]

export type GazetteerFile = {
  source: string
  regions: Record<string, [ru: string, en: string]>
  places: GazetteerRow[]
}

/** What the API says of a place. */
export type Place = { name: string; detail: string; lng: number; lat: number; radiusM: number }

export const MOSCOW: Record<Language, string> = { ru: 'Москва', en: 'Moscow' }
const METRO: Record<Language, string> = { ru: 'метро', en: 'metro station' }

/** A row in a reader's language. */
export function describePlace(
  row: GazetteerRow,
  regions: GazetteerFile['regions'],
  language: Language,
): Place {
  const [kind, ru, en, area, lng, lat, radiusM] = row
  const name = language === 'ru' ? ru || en : en
  return { name, detail: describeArea(kind, area, name, regions, language), lng, lat, radiusM }
}

function describeArea(
  kind: GazetteerRow[0],
  area: string,
  name: string,
  regions: GazetteerFile['regions'],
  language: Language,
): string {
  if (kind === 'metro') return `${METRO[language]}, ${MOSCOW[language]}`
  if (kind === 'district') return language === 'ru' ? `${MOSCOW.ru}, ${area}` : MOSCOW.en
  const region = regions[area]
  if (!region) return new Intl.DisplayNames(language, { type: 'region' }).of(area) ?? area
  const words = region[language === 'ru' ? 0 : 1]
  const country = new Intl.DisplayNames(language, { type: 'region' }).of('RU') ?? ''
  return words === name ? country : words
}
