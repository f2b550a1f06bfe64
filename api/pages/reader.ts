import type { Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import { LANGUAGES, type Language } from '../domain/vocabulary.ts'
import type { AppEnv } from '../http/env.ts'
import { readAcceptedLanguage } from '../http/request.ts'

/** What is known of a reader before the app starts. The app tells its choices in cookies (web/state/device.ts). */
export type Reader = {
  language: Language
  /** The low-vision version draws itself: no picture may be seen in it for a moment. */
  lowVision: boolean
}

/** Answers to this differ by what `readReader` reads. */
export const READER_VARY = 'Accept-Language, Cookie'

const isLanguage = (value: string | undefined): value is Language => LANGUAGES.includes(value as Language)

/** The same order as in the app: what the link asks for, the reader's choice, the browser's languages, Russian. */
export function readReader(c: HonoContext<AppEnv>): Reader {
  const asked = [c.req.query('lang'), getCookie(c, 'language'), readAcceptedLanguage(c)]
  return { language: asked.find(isLanguage) ?? 'ru', lowVision: getCookie(c, 'lowVision') === 'on' }
}
