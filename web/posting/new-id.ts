import { v4 } from 'uuid'

/** A random id. The browser's own `crypto.randomUUID` is missing on plain http, as a club's laptop serves it to phones. */
export const newId = (): string => v4()
