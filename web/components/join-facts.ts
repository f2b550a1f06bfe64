/** Between two facts; it never begins a line. */
export const FACT_DOT = '\u00a0· '

/** Facts in one line, those that are known. */
export const joinFacts = (facts: readonly (string | undefined)[]) => facts.filter(Boolean).join(FACT_DOT)
