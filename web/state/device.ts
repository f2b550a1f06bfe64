import { computed, effect, signal } from '@preact/signals'
import { LANGUAGES, type Language } from '../../api/domain/vocabulary.ts'

/** What this person chose on this device. Storage may be blocked: then choices last until the tab closes. */
export type Theme = 'auto' | 'light' | 'dark'

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function storedKeys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

export function writeStored(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}

const YEAR_S = 31_536_000

/** Remembers a choice that the server must know too, to draw the first page as this person sees it. */
function writeShared(key: 'language' | 'lowVision', value: string | null) {
  writeStored(key, value)
  // biome-ignore lint/suspicious/noDocumentCookie: Safari had no Cookie Store before 18.4, and the app runs on 16.4.
  document.cookie = `${key}=${value ?? ''}; Path=/; Max-Age=${value === null ? 0 : YEAR_S}; SameSite=Lax`
}

const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language)

/** `?lang=` first, then the person's choice, then the device's languages; Russian where none is ours. */
export function chooseLanguage(
  search: string,
  stored: string | null,
  deviceLanguages: readonly string[],
): Language {
  const asked = new URLSearchParams(search).get('lang')
  if (isLanguage(asked)) return asked
  if (isLanguage(stored)) return stored
  return deviceLanguages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'ru'
}

const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark'
const storedTheme = readStored('theme')

export const language = signal<Language>(
  chooseLanguage(location.search, readStored('language'), navigator.languages ?? []),
)
export const theme = signal<Theme>(isTheme(storedTheme) ? storedTheme : 'auto')
export const lowVision = signal(readStored('lowVision') === 'on')

/** Size of letters in the low-vision version, in per cent of the ordinary one. */
export const LETTER_SIZES = ['150', '200', '250'] as const
export type LetterSize = (typeof LETTER_SIZES)[number]
export const LETTER_SPACINGS = ['normal', 'wide'] as const
export type LetterSpacing = (typeof LETTER_SPACINGS)[number]

const oneOf = <T extends string>(choices: readonly T[], value: string | null, usual: T): T =>
  choices.find((choice) => choice === value) ?? usual

export const letterSize = signal(oneOf(LETTER_SIZES, readStored('letterSize'), '200'))
export const letterSpacing = signal(oneOf(LETTER_SPACINGS, readStored('letterSpacing'), 'normal'))
export const lowVisionPictures = signal(readStored('lowVisionPictures') === 'on')
export const picturesShown = computed(() => !lowVision.value || lowVisionPictures.value)
export const online = signal(navigator.onLine)

export function setLanguage(next: Language) {
  language.value = next
  writeShared('language', next)
}

export function setTheme(next: Theme) {
  theme.value = next
  writeStored('theme', next === 'auto' ? null : next)
}

export function setLowVision(on: boolean) {
  lowVision.value = on
  writeShared('lowVision', on ? 'on' : null)
}

export function setLetterSize(next: LetterSize) {
  letterSize.value = next
  writeStored('letterSize', next)
}

export function setLetterSpacing(next: LetterSpacing) {
  letterSpacing.value = next
  writeStored('letterSpacing', next)
}

export function setLowVisionPictures(on: boolean) {
  lowVisionPictures.value = on
  writeStored('lowVisionPictures', on ? 'on' : null)
}

/** Carries the choices to the document; returns how to stop. */
export function startDevice(): () => void {
  const root = document.documentElement
  const stop = effect(() => {
    root.lang = language.value
    root.dataset['theme'] = theme.value
    root.dataset['lowVision'] = lowVision.value ? 'on' : 'off'
    root.dataset['letterSize'] = letterSize.value
    root.dataset['letterSpacing'] = letterSpacing.value
    root.dataset['pictures'] = picturesShown.value ? 'on' : 'off'
  })
  const update = () => {
    online.value = navigator.onLine
  }
  addEventListener('online', update)
  addEventListener('offline', update)
  return () => {
    stop()
    removeEventListener('online', update)
    removeEventListener('offline', update)
  }
}
