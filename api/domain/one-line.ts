/**
 * A text on one line and no longer than `maxLength`, for a header or a preview. Never cut within a letter that takes
 * two units: PostgreSQL refuses half of one, and with it the mail that it stands in.
 */
export function shortenToLine(text: string, maxLength: number): string {
  return text
    .replace(/\s+/g, ' ')
    .slice(0, maxLength)
    .replace(/[\ud800-\udbff]$/, '')
}
