/**
 * Codes that a search area is told by; the words for each are the translations'. One list each, as in vocabulary.ts.
 */

/** How the animal lives. An indoor cat hides next door, one that goes out may be far. */
export const ACCESSES = ['indoor', 'outdoor', 'unknown'] as const
export type Access = (typeof ACCESSES)[number]

/** Places to look first. */
export const LOOK_FIRST = [
  /** A report of this animal in somebody's hands: compare before searching on. */
  'in_care',
  /** The newest credible sighting. */
  'last_sighting',
  /** Where it was lost, or found. */
  'start',
  /** A circle round the start: gardens, sheds, stairs, under cars. */
  'near_start',
  /** Likeliest ground that nobody has searched yet. */
  'not_searched',
] as const
export type LookFirst = (typeof LOOK_FIRST)[number]

/** What to do, most urgent first. */
export const SEARCH_ADVICE = [
  'compare_found_report',
  'go_now',
  'sighting_is_fresh',
  'do_not_chase',
  'worn_clothing',
  'ask_passers_by',
  'within_five_houses',
  'look_under',
  'night_torch',
  'knock_on_neighbours',
  'check_sheds_and_garages',
  'follow_its_routes',
  'look_up',
  'play_calls',
  'cage_outside',
  'dawn_and_dusk',
  'carrier_open',
  'burrows_and_holes',
  'dark_corners_indoors',
  'warm_spots',
  'pipes_and_walls',
  'warn_drivers',
  'call_farms',
  'posters_at_crossroads',
  'feeding_station',
  'call_shelters_and_clinics',
  'visit_shelters',
  'widen_posters',
  'do_not_give_up',
  'scan_chip',
  'ask_around_here',
  'keep_it_safe',
  'write_to_owner',
  'watch_from_afar',
  'report_again',
] as const
export type SearchAdvice = (typeof SEARCH_ADVICE)[number]

/** How well people looked: walking by calling, looking under and behind things, or with a team, lights and dogs. */
export const THOROUGHNESSES = ['passing', 'careful', 'thorough'] as const
export type Thoroughness = (typeof THOROUGHNESSES)[number]

/** Why a sighting is left out of the track. */
export const TRACK_EXCLUSIONS = ['judged_different', 'before_start', 'impossible_speed', 'too_vague'] as const
export type TrackExclusion = (typeof TRACK_EXCLUSIONS)[number]
