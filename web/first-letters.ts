import type { Language } from '../api/domain/vocabulary.ts'

/** A little more than the time in which browsers may still put an optional font in place of another. */
const BLINK_MS = 120
const FAMILIES = ['Golos Text Variable', 'Podkova Variable']
const SAMPLES: Record<Language, string> = { ru: 'Дом 1', en: 'Home 1' }

/**
 * Waits for the letters of a language, but no longer than a blink: what is at hand by then is used from the first
 * picture on, what is not waits for the next visit. So no line moves when a font comes late.
 */
export async function awaitLetters(language: Language): Promise<void> {
  const letters = FAMILIES.map((family) => document.fonts.load(`1em "${family}"`, SAMPLES[language]))
  const blink = new Promise((done) => setTimeout(done, BLINK_MS))
  await Promise.race([Promise.all(letters).catch(() => blink), blink])
}
