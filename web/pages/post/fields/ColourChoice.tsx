import { Check } from 'lucide-preact'
import { COLOURS, type Colour, type Species } from '../../../../api/domain/vocabulary.ts'
import { colourName } from '../../../components/colours.ts'
import { t } from '../../../i18n/index.ts'
import { toggled } from '../../../state/filters.ts'
import styles from './ColourChoice.module.css'

/** The fur's own colours (as the drawings have them), not the page's. */
const SWATCHES: Record<Colour, string> = {
  black: '#3d373a',
  white: '#faf5ec',
  grey_blue: '#8c99a8',
  brown: '#7d523a',
  red: '#d07c3c',
  cream: '#eed7ae',
  tan: '#c99d68',
  lilac: '#bda8b1',
}

type Props = {
  species: Species | undefined
  value: readonly Colour[]
  onChange: (colours: Colour[]) => void
}

export function ColourChoice({ species, value, onChange }: Props) {
  return (
    <fieldset class={styles['choice']}>
      <legend>{t('pet.colours')}</legend>
      <div class={styles['colours']}>
        {COLOURS.map((colour, index) => {
          const on = value.includes(colour)
          return (
            <label key={colour} class={styles['colour']}>
              <input
                type="checkbox"
                checked={on}
                onChange={() => onChange(toggled(value, colour))}
                {...(index === 0 ? { 'data-field': 'colours' } : {})}
              />
              <span class={styles['face']}>
                <span class={styles['swatch']} style={{ background: SWATCHES[colour] }}>
                  {on && (
                    <Check
                      size={18}
                      strokeWidth={3}
                      color={colour === 'black' || colour === 'brown' ? '#fff' : '#1b2a26'}
                      aria-hidden="true"
                    />
                  )}
                </span>
                {colour === 'tan' ? t('colour.tan.choice') : colourName(colour, { species, colours: [] })}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
