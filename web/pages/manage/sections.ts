/** Parts of the author's page, by their names in the address. */
export const SECTIONS = [
  'plan',
  'told',
  'animal',
  'matches',
  'sightings',
  'messages',
  'edit',
  'close',
] as const satisfies readonly string[]
export type Section = (typeof SECTIONS)[number]
