import type { ReportRow } from '../reports/row.ts'

type Looks = Pick<ReportRow, 'species' | 'sex' | 'colours'>

/** Whether two reports from one place and day might be of one animal: nothing that both describe speaks against it. */
export function mightBeOne(one: Looks, other: Looks): boolean {
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && a !== b
  const coloursMeet =
    one.colours.length === 0 ||
    other.colours.length === 0 ||
    one.colours.some((colour) => other.colours.includes(colour))
  return one.species === other.species && !differs(one.sex, other.sex) && coloursMeet
}
