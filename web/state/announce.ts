import { signal } from '@preact/signals'

/** What a screen reader says next; Announcer renders it in a live region. */
export const announcement = signal('')

/** Says `text` politely. The same words twice in a row are told apart by a no-break space. */
export function announce(text: string) {
  announcement.value = text === announcement.peek() ? `${text}\u00a0` : text
}
