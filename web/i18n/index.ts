import { computed, effect, signal } from '@preact/signals'
import type { Language } from '../../api/domain/vocabulary.ts'
import { language } from '../state/device.ts'
import type { animal } from './en/animal.ts'
import { core as enCore } from './en/core.ts'
import type { manage } from './en/manage.ts'
import type { map } from './en/map.ts'
import type { pages } from './en/pages.ts'
import type { poster } from './en/poster.ts'
import type { posting } from './en/posting.ts'
import type { report } from './en/report.ts'
import type { traits } from './en/traits.ts'
import { core as ruCore } from './ru/core.ts'
import { type Catalog, format, type Params } from './translate.ts'

type AreaCatalogs = {
  animal: typeof animal
  traits: typeof traits
  poster: typeof poster
  posting: typeof posting
  report: typeof report
  manage: typeof manage
  pages: typeof pages
  map: typeof map
}
export type Area = keyof AreaCatalogs
export type MessageKey = keyof typeof enCore | { [A in Area]: keyof AreaCatalogs[A] }[Area]

/** The words of a page come with the page; those of the first screen are always here, in both languages. */
export const loaders: Record<Language, Record<Area, () => Promise<Catalog>>> = {
  ru: {
    animal: () => import('./ru/animal.ts').then((m) => m.animal),
    traits: () => import('./ru/traits.ts').then((m) => m.traits),
    poster: () => import('./ru/poster.ts').then((m) => m.poster),
    posting: () => import('./ru/posting.ts').then((m) => m.posting),
    report: () => import('./ru/report.ts').then((m) => m.report),
    manage: () => import('./ru/manage.ts').then((m) => m.manage),
    pages: () => import('./ru/pages.ts').then((m) => m.pages),
    map: () => import('./ru/map.ts').then((m) => m.map),
  },
  en: {
    animal: () => import('./en/animal.ts').then((m) => m.animal),
    traits: () => import('./en/traits.ts').then((m) => m.traits),
    poster: () => import('./en/poster.ts').then((m) => m.poster),
    posting: () => import('./en/posting.ts').then((m) => m.posting),
    report: () => import('./en/report.ts').then((m) => m.report),
    manage: () => import('./en/manage.ts').then((m) => m.manage),
    pages: () => import('./en/pages.ts').then((m) => m.pages),
    map: () => import('./en/map.ts').then((m) => m.map),
  },
}

const loaded = signal<Record<Language, Catalog>>({ ru: ruCore, en: enCore })
const wanted = new Set<Area>()
const messages = computed(() => loaded.value[language.value])

async function load(area: Area, into: Language) {
  const catalog = await loaders[into][area]()
  loaded.value = { ...loaded.peek(), [into]: { ...loaded.peek()[into], ...catalog } }
}

/** Brings the words of some areas in the language of the moment. Rejects when they cannot be fetched. */
export async function loadMessages(...areas: Area[]) {
  for (const area of areas) wanted.add(area)
  await Promise.all(areas.map((area) => load(area, language.peek())))
}

effect(() => {
  const into = language.value
  for (const area of wanted) void load(area, into).catch(() => undefined)
})

/** The words for `key` in the language of the moment; reading it in a component renders again on a switch. */
export function t(key: MessageKey, params: Params = {}): string {
  const message = messages.value[key] ?? loaded.value.en[key]
  return message === undefined ? key : format(message, params, language.value)
}

/** For keys made from a code of the vocabulary, e.g. `coded('species', 'dog')`; free text comes back as is. */
export function coded(family: string, code: string, params: Params = {}): string {
  const message = messages.value[`${family}.${code}`]
  return message === undefined ? code : format(message, params, language.value)
}
