import type { Language } from '../../api/domain/vocabulary.ts'
import { animal as enAnimal } from '../../web/i18n/en/animal.ts'
import { core as enCore } from '../../web/i18n/en/core.ts'
import { manage as enManage } from '../../web/i18n/en/manage.ts'
import { map as enMap } from '../../web/i18n/en/map.ts'
import { pages as enPages } from '../../web/i18n/en/pages.ts'
import { poster as enPoster } from '../../web/i18n/en/poster.ts'
import { posting as enPosting } from '../../web/i18n/en/posting.ts'
import { report as enReport } from '../../web/i18n/en/report.ts'
import { traits as enTraits } from '../../web/i18n/en/traits.ts'
import { animal as ruAnimal } from '../../web/i18n/ru/animal.ts'
import { core as ruCore } from '../../web/i18n/ru/core.ts'
import { manage as ruManage } from '../../web/i18n/ru/manage.ts'
import { map as ruMap } from '../../web/i18n/ru/map.ts'
import { pages as ruPages } from '../../web/i18n/ru/pages.ts'
import { poster as ruPoster } from '../../web/i18n/ru/poster.ts'
import { posting as ruPosting } from '../../web/i18n/ru/posting.ts'
import { report as ruReport } from '../../web/i18n/ru/report.ts'
import { traits as ruTraits } from '../../web/i18n/ru/traits.ts'
import { type Catalog, format, type Params } from '../../web/i18n/translate.ts'

const en = {
  ...{ ...enCore, ...enManage, ...enMap, ...enPages },
  ...{ ...enAnimal, ...enPoster, ...enPosting, ...enReport, ...enTraits },
}
const ru: Catalog = {
  ...{ ...ruCore, ...ruManage, ...ruMap, ...ruPages },
  ...{ ...ruAnimal, ...ruPoster, ...ruPosting, ...ruReport, ...ruTraits },
}
const catalogs: Record<Language, Catalog> = { en, ru }

export type Words = (key: keyof typeof en, params?: Params) => string

/** What a person reads on the screen in their language, from the same tables as the app. */
export function wordsOf(language: Language): Words {
  return (key, params = {}) => format(catalogs[language][key]!, params, language)
}
