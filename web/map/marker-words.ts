import { kindLabel, petTitle } from '../components/kinds.ts'
import { t } from '../i18n/index.ts'
import type { MapReport } from './items.ts'

/** "Found: cat", "Lost: Rex, dog"; of a pet that is home that it is, and no more that it was lost. */
export function markerWords(report: MapReport): string {
  const { kind, species, sex, name, isHome } = report
  const words = petTitle(report)
  if (isHome) return t('map.home', { title: words })
  const title = name ? words : words.toLocaleLowerCase()
  return t('map.report', { kind: kindLabel(kind, species, sex), title })
}
