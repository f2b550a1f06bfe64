import { useEffect, useState } from 'preact/hooks'
import type { Species } from '../../../../api/domain/vocabulary.ts'
import { breedWords } from '../../../components/breeds.ts'
import { t } from '../../../i18n/index.ts'
import type { Wrong } from '../../../posting/check.ts'
import { language } from '../../../state/device.ts'
import { TextField } from './TextField.tsx'

type Breeds = typeof import('../../../../api/domain/coding/breeds.ts')
type Props = {
  species: Species | undefined
  value: string | undefined
  wrong: Wrong | undefined
  onChange: (breed: string) => void
}

/** A breed by its code when it is one of the table's names, in the author's own words otherwise. */
export function BreedField({ species, value, wrong, onChange }: Props) {
  const [breeds, setBreeds] = useState<Breeds>()
  useEffect(() => {
    import('../../../../api/domain/coding/breeds.ts').then(setBreeds, () => undefined)
  }, [])
  const shown = breedWords(value)
  const suggestions = breeds?.suggestBreeds(shown, species, language.value, 12) ?? []
  const choose = (text: string) => {
    const known = suggestions.find(({ name }) => name.toLocaleLowerCase() === text.trim().toLocaleLowerCase())
    onChange(known?.code ?? text)
  }
  return (
    <>
      <TextField
        field="breed"
        label={t('pet.breed')}
        hint={t('pet.breed.hint')}
        value={shown}
        wrong={wrong}
        onChange={choose}
        input={{ maxLength: 120, list: 'breed-list', autoComplete: 'off' }}
      />
      <datalist id="breed-list">
        {suggestions.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
    </>
  )
}
