/** Longer than any report can be written; of a longer line only so much is kept, enough to see that it is too long. */
export const MAX_LINE = 256 * 1024

/**
 * The lines of a file in the bulk format, without what ends them and without the mark that Windows puts before the
 * first. Only a line feed ends a line: a text in JSON may hold U+2028, which Node's own reader takes for an end.
 */
export async function* readBulkLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun = ''
  for await (const chunk of chunks) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n')
    begun = lengthen(begun, first)
    for (const next of rest) {
      yield withoutReturn(begun)
      begun = lengthen('', next)
    }
  }
  begun = lengthen(begun, decoder.decode())
  if (begun !== '') yield withoutReturn(begun)
}

function lengthen(line: string, more: string): string {
  return line.length > MAX_LINE ? line : (line + more).slice(0, MAX_LINE + 1)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
