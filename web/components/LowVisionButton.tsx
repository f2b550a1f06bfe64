import { Glasses } from 'lucide-preact'
import { t } from '../i18n/index.ts'
import { announce } from '../state/announce.ts'
import { lowVision, setLowVision } from '../state/device.ts'
import header from './Header.module.css'
import { keepPlace } from './keep-place.ts'

/** The version for people who see little, one step from anywhere; and the way back. `plain` always has its words. */
export function LowVisionButton({ plain = false }: { plain?: boolean }) {
  const on = lowVision.value
  const label = t(on ? 'settings.ordinary' : 'settings.lowVision')
  return (
    <button
      type="button"
      data-scripted
      class={plain ? 'button' : header['link']}
      aria-label={label}
      onClick={(event) => {
        keepPlace(event.currentTarget, () => setLowVision(!on))
        announce(t(on ? 'settings.lowVision.off' : 'settings.lowVision.on'))
      }}
    >
      <Glasses size={22} aria-hidden="true" />
      <span>{label}</span>
    </button>
  )
}
