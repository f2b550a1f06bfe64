import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { isWithinRate } from '../http/rate-limit.ts'

const DAY_S = 86_400

/**
 * Each counts for itself, so that a flood of one holds up no other: what people write, matches that we found, equal
 * numbers, which are rarely wrong, sightings that name a pet, questions whether a report is still wanted, and links to manage one.
 */
const LIMITS = {
  message: { name: 'message.mail', max: 20, windowS: DAY_S },
  news: { name: 'news.mail', max: 20, windowS: DAY_S },
  chip: { name: 'chip.mail', max: 20, windowS: DAY_S },
  sighting: { name: 'sighting.mail', max: 20, windowS: DAY_S },
  link: { name: 'link.mail', max: 20, windowS: DAY_S },
  keep: { name: 'keep.mail', max: 20, windowS: DAY_S },
} as const

/** One mailbox counts as one, however it is written: in capitals, or with a +tag. */
export const mailboxOf = (address: string) => address.toLowerCase().replace(/\+[^@]*(?=@)/, '')

/**
 * Whether an address, which nobody has confirmed, takes one more mail of a kind today: whoever causes it, and through
 * whatever reports.
 */
export function takesMail(
  ctx: Pick<Context, 'clock' | 'config' | 'keyring'>,
  db: Db,
  kind: keyof typeof LIMITS,
  address: string,
): Promise<boolean> {
  return isWithinRate(ctx, db, LIMITS[kind], mailboxOf(address))
}
