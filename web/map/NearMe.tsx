import { LocateFixed } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { announce } from '../state/announce.ts'
import { locate } from '../state/position.ts'
import { setFilters } from '../state/search.ts'
import { MapTool } from './MapTool.tsx'
import type { MapView } from './map-view.ts'
import styles from './NearMe.module.css'

/** An hour's walk there and back. */
const NEAR_RADIUS_M = 5_000

/** Goes to where the person is and puts the nearest reports first in the list. */
export function NearMe({ view }: { view: MapView }) {
  const [looking, setLooking] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => () => view.markers.remove('you'), [view])

  async function go() {
    if (looking) return
    setLooking(true)
    setProblem(undefined)
    announce(t('map.nearMe.looking'))
    try {
      const { lng, lat } = await locate()
      const here = { lng, lat }
      const dot = document.createElement('div')
      dot.className = styles['you']!
      dot.dataset['under'] = ''
      dot.role = 'img'
      dot.ariaLabel = t('map.you')
      view.markers.remove('you')
      view.markers.set('you', here, dot)
      setFilters({ near: here, radiusM: NEAR_RADIUS_M, bbox: undefined })
      announce(t('map.nearMe.found'))
    } catch (error) {
      const refused = (error as Partial<GeolocationPositionError>).code === 1
      const words = t(refused ? 'map.nearMe.refused' : 'map.nearMe.failed')
      setProblem(words)
      announce(words)
    } finally {
      setLooking(false)
    }
  }

  return (
    <>
      <MapTool icon={LocateFixed} words={t('map.nearMe')} short busy={looking} onClick={go} />
      {problem && <p class={styles['problem']}>{problem}</p>}
    </>
  )
}
