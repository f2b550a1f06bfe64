import { Settings2 } from 'lucide-preact'
import { useEffect, useRef } from 'preact/hooks'
import { LANGUAGES, type Language } from '../../api/domain/vocabulary.ts'
import { formatPercent } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import {
  LETTER_SIZES,
  LETTER_SPACINGS,
  language,
  letterSize,
  letterSpacing,
  lowVision,
  lowVisionPictures,
  setLanguage,
  setLetterSize,
  setLetterSpacing,
  setLowVision,
  setLowVisionPictures,
  setTheme,
  type Theme,
  theme,
} from '../state/device.ts'
import header from './Header.module.css'
import { keepPlace } from './keep-place.ts'
import styles from './ViewSettings.module.css'

const LANGUAGE_NAMES: Record<Language, string> = { ru: 'Русский', en: 'English' }
const THEMES: Theme[] = ['auto', 'light', 'dark']

type ChoiceProps<T extends string> = {
  name: string
  legend: string
  options: readonly T[]
  value: T
  label: (option: T) => string
  onChange: (option: T) => void
}

function Choice<T extends string>({ name, legend, options, value, label, onChange }: ChoiceProps<T>) {
  return (
    <fieldset class={styles['choice']}>
      <legend>{legend}</legend>
      <div class={styles['options']}>
        {options.map((option) => (
          <label key={option} {...(name === 'language' ? { lang: option } : {})}>
            <input
              type="radio"
              name={name}
              checked={option === value}
              onChange={({ currentTarget }) => keepPlace(currentTarget, () => onChange(option))}
            />
            <span>{label(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What GOST R 52872-2019 lets a reader choose, besides contrast. */
function LowVisionChoices() {
  return (
    <>
      <Choice
        name="letterSize"
        legend={t('settings.letterSize')}
        options={LETTER_SIZES}
        value={letterSize.value}
        label={(option) => formatPercent(Number(option) / 100)}
        onChange={setLetterSize}
      />
      <Choice
        name="letterSpacing"
        legend={t('settings.letterSpacing')}
        options={LETTER_SPACINGS}
        value={letterSpacing.value}
        label={(option) => t(`settings.letterSpacing.${option}`)}
        onChange={setLetterSpacing}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={lowVisionPictures.value}
          onChange={({ currentTarget }) =>
            keepPlace(currentTarget, () => setLowVisionPictures(currentTarget.checked))
          }
        />
        <strong>{t('settings.pictures')}</strong>
      </label>
    </>
  )
}

/** Language, theme and the low-vision version, behind one button; closes on Escape and on a click outside. */
export function ViewSettings() {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const open = details.current
      if (!open?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        open.open = false
        open.querySelector('summary')?.focus()
      } else if (!open.contains(event.target as Node)) open.open = false
    }
    addEventListener('keydown', close)
    addEventListener('pointerdown', close)
    return () => {
      removeEventListener('keydown', close)
      removeEventListener('pointerdown', close)
    }
  }, [])
  return (
    <details class={styles['settings']} data-scripted ref={details}>
      <summary class={header['link']} aria-label={t('nav.settings')}>
        <Settings2 size={22} aria-hidden="true" />
        <span>{t('nav.settings')}</span>
      </summary>
      <div class={styles['panel']}>
        <Choice
          name="language"
          legend={t('settings.language')}
          options={LANGUAGES}
          value={language.value}
          label={(option) => LANGUAGE_NAMES[option]}
          onChange={setLanguage}
        />
        <Choice
          name="theme"
          legend={t(lowVision.value ? 'settings.contrast' : 'settings.theme')}
          options={THEMES}
          value={theme.value}
          label={(option) => t(`settings.${lowVision.value ? 'contrast' : 'theme'}.${option}`)}
          onChange={setTheme}
        />
        <label class={`check ${styles['switch']}`}>
          <input
            type="checkbox"
            name="lowVision"
            checked={lowVision.value}
            onChange={({ currentTarget }) =>
              keepPlace(currentTarget, () => setLowVision(currentTarget.checked))
            }
          />
          <span>
            <strong>{t('settings.lowVision')}</strong>
            <span class="hint">{t('settings.lowVision.hint')}</span>
          </span>
        </label>
        {lowVision.value && <LowVisionChoices />}
      </div>
    </details>
  )
}
