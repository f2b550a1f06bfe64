/**
 * The words of the report contract, one list each. Every other module (zod schemas, matching tables,
 * drawings, forms, translations) takes its choices from here, so that a new word is added once.
 */

export const KINDS = ['lost', 'found', 'sighting', 'found_deceased', 'shelter_intake'] as const
export type Kind = (typeof KINDS)[number]

/** Kinds that somebody other than the owner posts; each is a possible counterpart of a lost report. */
export const FINDER_KINDS = [
  'found',
  'sighting',
  'found_deceased',
  'shelter_intake',
] as const satisfies readonly Kind[]
export type FinderKind = (typeof FINDER_KINDS)[number]

/** Who posts: the one who lost an animal, or the one who met it. Matches lie across the two. */
export type Side = 'lost' | 'finder'
export function sideOf(kind: Kind): Side {
  return kind === 'lost' ? 'lost' : 'finder'
}

export const SPECIES = [
  'dog',
  'cat',
  'bird',
  'rabbit',
  'ferret',
  'rodent',
  'reptile',
  'horse',
  'other',
] as const
export type Species = (typeof SPECIES)[number]

/** An unordered set describes a coat. */
export const COLOURS = ['black', 'white', 'grey_blue', 'brown', 'red', 'cream', 'tan', 'lilac'] as const
export type Colour = (typeof COLOURS)[number]

export const PATTERNS = [
  'solid',
  'bicolour',
  'tricolour',
  'tabby',
  'tortie',
  'calico',
  'point',
  'brindle',
  'merle',
  'sable',
  'saddle',
  'spotted',
] as const
export type Pattern = (typeof PATTERNS)[number]

export const COATS = ['hairless', 'short', 'medium', 'long', 'rough', 'curly'] as const
export type Coat = (typeof COATS)[number]

export const SEXES = ['male', 'female'] as const
export type Sex = (typeof SEXES)[number]

export const YES_NO = ['yes', 'no'] as const
export type YesNo = (typeof YES_NO)[number]

/** In order of growing age: neighbours in the list are adjacent classes. */
export const AGES = ['baby', 'young', 'adult', 'senior'] as const
export type Age = (typeof AGES)[number]

/** In order of growing size: neighbours in the list are adjacent classes. */
export const SIZES = ['xs', 's', 'm', 'l', 'xl'] as const
export type Size = (typeof SIZES)[number]

export const BREED_CONFIDENCES = ['pedigree', 'owner', 'observer'] as const
export type BreedConfidence = (typeof BREED_CONFIDENCES)[number]

export const MARK_PARTS = [
  'head',
  'face',
  'muzzle',
  'eye',
  'ear',
  'neck',
  'chest',
  'back',
  'side',
  'belly',
  'front_leg',
  'hind_leg',
  'front_paw',
  'hind_paw',
  'tail',
  'whole_body',
] as const
export type MarkPart = (typeof MARK_PARTS)[number]

export const MARK_SIDES = ['left', 'right', 'both'] as const
export type MarkSide = (typeof MARK_SIDES)[number]

export const MARK_TYPES = [
  'notch',
  'tipped',
  'missing',
  'scar',
  'wound',
  'limp',
  'bald_patch',
  'white_patch',
  'dark_patch',
  'spot',
  'blind',
  'odd_eyed',
  'docked',
  'kinked',
  'tattoo',
  'lump',
  'clothing',
  'other',
] as const
export type MarkType = (typeof MARK_TYPES)[number]

export const MARK_VISIBILITIES = ['public', 'sealed'] as const
export type MarkVisibility = (typeof MARK_VISIBILITIES)[number]

/** `sealed` marks are known to the author only: a question that only the true owner can answer. */
export type Mark = {
  part: MarkPart
  side?: MarkSide | undefined
  type: MarkType
  visibility: MarkVisibility
}

export const LOCATION_PRIVACIES = ['exact', 'approximate'] as const
export type LocationPrivacy = (typeof LOCATION_PRIVACIES)[number]

export const LANGUAGES = ['ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const STATUSES = ['pending', 'active', 'reunited', 'withdrawn', 'expired', 'hidden'] as const
export type Status = (typeof STATUSES)[number]

/** Whether nobody has said how it ended: what expired only left the lists. */
export function isOpen(status: Status): boolean {
  return status === 'active' || status === 'expired'
}

export const REUNITED_RESOLUTIONS = [
  'returned_self',
  'returned_by_finder',
  'returned_by_shelter',
  'found_by_owner',
] as const
export const WITHDRAWN_RESOLUTIONS = ['found_deceased', 'rehomed', 'posted_by_mistake', 'other'] as const
export const RESOLUTIONS = [...REUNITED_RESOLUTIONS, ...WITHDRAWN_RESOLUTIONS] as const
export type Resolution = (typeof RESOLUTIONS)[number]

/** Whether a report that ended so ended with the animal at home. */
export function isReunited(resolution: Resolution | null | undefined): boolean {
  return (REUNITED_RESOLUTIONS as readonly unknown[]).includes(resolution)
}

export const VERDICTS = ['same', 'different', 'unsure'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Words for a match, from strong to weak; `chip` stands above any probability. */
export const MATCH_BANDS = ['chip', 'very_likely', 'likely', 'possible', 'less_likely', 'unlikely'] as const
export type MatchBand = (typeof MATCH_BANDS)[number]
