import { List, Map as MapIcon } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import { useMedia } from '../../components/useMedia.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'
import { mapOnTop, setMapOnTop, startSearch } from '../../state/search.ts'
import { Actions } from './Actions.tsx'
import { FilterBar } from './FilterBar.tsx'
import styles from './HomePage.module.css'
import { MapSlot } from './MapSlot.tsx'
import { Results } from './Results.tsx'

/** The first screen: what to do, what is near as a list, and the same on a map beside it or in its place. */
export function HomePage() {
  usePageTitle(t('home.title'))
  useEffect(() => startSearch(), [])
  const wide = useMedia('(min-width: 60rem)')
  const showMap = wide || mapOnTop.value
  const showList = wide || !mapOnTop.value
  return (
    <div class={styles['home']} data-view={mapOnTop.value ? 'map' : 'list'}>
      <div class={styles['list']}>
        <div class={showList ? styles['lead'] : 'unseen'}>
          <h1 class={styles['title']} tabIndex={-1}>
            {t('home.title')}
          </h1>
          {showList && <Actions />}
        </div>
        <FilterBar />
        {!wide && (
          <button
            type="button"
            class={`button primary ${styles['toggle']}`}
            data-scripted
            onClick={() => setMapOnTop(!mapOnTop.peek())}
          >
            {mapOnTop.value ? (
              <List size={20} aria-hidden="true" />
            ) : (
              <MapIcon size={20} aria-hidden="true" />
            )}
            {mapOnTop.value ? t('home.showList') : t('home.showMap')}
          </button>
        )}
        {showList && <Results />}
      </div>
      {showMap && (
        <section class={styles['map']} aria-labelledby="map-title">
          <h2 id="map-title" class="unseen">
            {t('home.map')}
          </h2>
          <MapSlot />
        </section>
      )}
    </div>
  )
}
