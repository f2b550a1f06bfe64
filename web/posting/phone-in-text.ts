/** Days and points as people write them; beside other figures they would look like a long number. */
const DATES_AND_POINTS =
  /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)|(?<![\d.])(?:\d{2}\.\d{2}\.\d{2}(?![\d.])|\d{1,3}\.\d{4,}(?!\d))/g
/** Digits with what people put between them, on one line. */
const NUMBERS = /\+?\(?\d(?:[^\S\n]?[().\u2010-\u2014-]{0,2}[^\S\n]?\d)*/g
/** Its length is known: a house or an age may follow it. */
const RUSSIAN = /^\(?(?:\+7|[78])(?:\D*\d){10}(?!\d)/
const MIN_DIGITS = 10
/** A bank card's number has more. */
const CHIP_DIGITS = 15

function phoneOf(number: string): string | undefined {
  const digits = number.replace(/\D/g, '').length
  const russian = digits === CHIP_DIGITS ? undefined : RUSSIAN.exec(number)?.[0]
  return russian ?? (digits >= MIN_DIGITS && digits < CHIP_DIGITS ? number : undefined)
}

/** The first telephone number written in a text, as it stands there: ten digits or more, but no chip and no date. */
export function findPhone(text = ''): string | undefined {
  const masked = text.replace(DATES_AND_POINTS, (found) => '·'.repeat(found.length))
  for (const [number] of masked.matchAll(NUMBERS)) {
    const phone = phoneOf(number)
    if (phone) return phone.includes(')') ? phone : phone.replace('(', '')
  }
  return undefined
}
