const MAX_LETTERS = 60

/** A pet's name as it may stand in a mail's header: one line, short, and no letter cut in half. */
export function subjectName(name: string | null): string | null {
  return name === null ? null : [...name.replace(/\s+/g, ' ')].slice(0, MAX_LETTERS).join('')
}
