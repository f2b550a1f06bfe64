import type { Access, SearchAdvice } from '../../domain/search-words.ts'
import type { Kind, Species } from '../../domain/vocabulary.ts'

export type SearchSituation = {
  kind: Kind
  species: Species
  access: Access
  hoursAway: number
  /** Since the newest credible sighting, if there is one. */
  hoursSinceSighting: number | undefined
  inCare: boolean
  /** The report names the lost report of the animal: its owner is known. */
  ownerIsKnown: boolean
}

type Rule = readonly [SearchAdvice, (situation: SearchSituation) => boolean]

const DAY = 24
const WEEK = 7 * DAY
/** So long after it, a sighting is worth running to. */
const FRESH_HOURS = 3

const always = () => true
const is =
  (...species: Species[]) =>
  (situation: SearchSituation) =>
    species.includes(situation.species)
const ownerIsKnown = (situation: SearchSituation) => situation.ownerIsKnown
const isIndoorCat = ({ species, access }: SearchSituation) => species === 'cat' && access !== 'outdoor'
const isOutdoorCat = ({ species, access }: SearchSituation) => species === 'cat' && access !== 'indoor'
const SMALL: readonly Species[] = ['rabbit', 'ferret', 'rodent', 'reptile']
const isSmall = is(...SMALL)

/** In the order in which they are told. */
const OWNER_RULES: readonly Rule[] = [
  ['compare_found_report', ({ inCare }) => inCare],
  ['sighting_is_fresh', ({ hoursSinceSighting }) => (hoursSinceSighting ?? Infinity) <= FRESH_HOURS],
  ['go_now', ({ hoursAway }) => hoursAway <= DAY],
  ['within_five_houses', isIndoorCat],
  ['do_not_chase', is('dog', 'horse')],
  ['warn_drivers', is('horse')],
  ['call_farms', is('horse')],
  ['look_under', (situation) => situation.species === 'cat' || is('rabbit')(situation)],
  ['night_torch', is('cat', 'ferret')],
  ['knock_on_neighbours', (situation) => situation.species === 'cat' || isSmall(situation)],
  ['check_sheds_and_garages', is('cat', 'ferret')],
  ['follow_its_routes', (situation) => isOutdoorCat(situation) || situation.species === 'dog'],
  ['worn_clothing', ({ species, hoursAway }) => species === 'dog' && hoursAway <= WEEK],
  ['ask_passers_by', is('dog')],
  ['look_up', is('bird')],
  ['play_calls', is('bird')],
  ['cage_outside', is('bird')],
  ['dark_corners_indoors', is('rodent', 'reptile')],
  ['warm_spots', is('reptile', 'rodent')],
  ['pipes_and_walls', is('reptile', 'ferret', 'rodent')],
  ['burrows_and_holes', is('ferret', 'rabbit')],
  ['carrier_open', is('rabbit', 'rodent', 'ferret')],
  ['dawn_and_dusk', is('bird', 'rabbit', 'other')],
  ['posters_at_crossroads', ({ hoursAway, species }) => hoursAway > 3 && !SMALL.includes(species)],
  [
    'feeding_station',
    ({ hoursAway, species }) => hoursAway > DAY && (species === 'cat' || species === 'dog'),
  ],
  ['call_shelters_and_clinics', always],
  ['visit_shelters', ({ hoursAway }) => hoursAway > 3 * DAY],
  ['widen_posters', ({ hoursAway }) => hoursAway > WEEK],
  ['do_not_give_up', ({ hoursAway }) => hoursAway > WEEK],
]

const SIGHTING_RULES: readonly Rule[] = [
  ['do_not_chase', is('dog', 'horse', 'cat', 'other')],
  ['warn_drivers', is('horse')],
  ['watch_from_afar', ownerIsKnown],
  ['report_again', ownerIsKnown],
  ['ask_around_here', (situation) => !ownerIsKnown(situation)],
]

const FINDER_RULES: readonly Rule[] = [
  ['keep_it_safe', ({ kind }) => kind === 'found'],
  ['write_to_owner', ownerIsKnown],
  ['scan_chip', always],
  ['ask_around_here', (situation) => situation.kind !== 'shelter_intake' && !ownerIsKnown(situation)],
  ['posters_at_crossroads', (situation) => situation.kind === 'found' && !ownerIsKnown(situation)],
  ['call_shelters_and_clinics', (situation) => situation.kind === 'found' && !ownerIsKnown(situation)],
]

/** What to do now, most urgent first. */
export function adviseSearch(situation: SearchSituation): SearchAdvice[] {
  const { kind } = situation
  const rules = kind === 'lost' ? OWNER_RULES : kind === 'sighting' ? SIGHTING_RULES : FINDER_RULES
  return rules.filter(([, applies]) => applies(situation)).map(([code]) => code)
}
