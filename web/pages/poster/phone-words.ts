const digitsOf = (words: string) => words.replace(/\D/g, '')

/**
 * A number in groups, to be read and dialled from paper: "+7 916 000 00 00". A number without its country counts as
 * Russian; one that would change by a digit, or is none, stays as it was typed.
 */
export async function phoneWords(phone: string): Promise<string> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  const number = parsePhoneNumberFromString(phone, 'RU')
  if (!number?.isValid() || number.ext) return phone
  const words = phone.trim().startsWith('+') ? number.formatInternational() : number.formatNational()
  return digitsOf(words) === digitsOf(phone) ? words : phone
}
