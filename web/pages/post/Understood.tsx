import { Plus } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import type { CodedDescription } from '../../../api/domain/coding/types.ts'
import { breedWords } from '../../components/breeds.ts'
import { colourName } from '../../components/colours.ts'
import { sexGender } from '../../components/kinds.ts'
import { markWords } from '../../components/marks.ts'
import { coded, t } from '../../i18n/index.ts'
import type { FormValues } from '../../posting/form.ts'
import { language } from '../../state/device.ts'

type Suggestion = { key: string; words: string; values: Partial<FormValues> }

/** Named or misspelt, but not "looks like". */
const SURE_BREED = 0.7
const SINGLE = ['species', 'pattern', 'coat', 'sex', 'neutered', 'age', 'size'] as const

/** What the words say and the form does not yet: only gaps are filled, nothing chosen is overridden. */
export function suggestionsFrom(found: CodedDescription, values: FormValues): Suggestion[] {
  const list: Suggestion[] = []
  for (const field of SINGLE) {
    const code = found[field]
    if (code !== undefined && values[field] === undefined) {
      const gender = sexGender(values.species, values.sex)
      const words =
        field === 'species'
          ? coded('species', code)
          : `${t(`trait.${field}`)}: ${coded(field, code, field === 'age' ? { gender } : {})}`
      list.push({ key: field, words, values: { [field]: code } })
    }
  }
  const [breed] = found.breeds
  if (breed && breed.confidence >= SURE_BREED && !values.breed?.trim()) {
    const words = `${t('trait.breed')}: ${breedWords(breed.code)}`
    list.push({ key: 'breed', words, values: { breed: breed.code } })
  }
  for (const colour of found.colours) {
    if (!values.colours.includes(colour)) {
      list.push({
        key: colour,
        words: colourName(colour, { species: values.species, colours: found.colours }),
        values: { colours: [...values.colours, colour] },
      })
    }
  }
  for (const mark of found.marks) {
    const words = markWords(mark, values.species)
    if (values.marks.some((known) => markWords(known, values.species) === words)) continue
    list.push({ key: words, words, values: { marks: [...values.marks, mark] } })
  }
  return list
}

type Props = { values: FormValues; onChange: (values: Partial<FormValues>) => void }

/** Suggestions from the person's own words; the code that reads them comes once something is written. */
export function Understood({ values, onChange }: Props) {
  const [found, setFound] = useState<CodedDescription>()
  const text = [values.description, values.collar].filter(Boolean).join('. ')
  useEffect(() => {
    if (text.trim().length < 4) {
      setFound(undefined)
      return
    }
    const timer = setTimeout(() => {
      import('../../../api/domain/coding/describe.ts').then(
        ({ codeDescription }) =>
          setFound(codeDescription(text, { language: language.peek(), species: values.species })),
        () => undefined,
      )
    }, 350)
    return () => clearTimeout(timer)
  }, [text, values.species])
  const suggestions = found ? suggestionsFrom(found, values) : []
  if (suggestions.length === 0) return null
  return (
    <section class="note" data-tone="calm" aria-labelledby="understood">
      <div class="stack">
        <p id="understood">
          <strong>{t('pet.understood')}</strong>
        </p>
        <div class="row">
          {suggestions.map((suggestion) => (
            <button
              key={suggestion.key}
              type="button"
              class="button"
              onClick={() => onChange(suggestion.values)}
            >
              <Plus size={18} aria-hidden="true" />
              {suggestion.words}
            </button>
          ))}
        </div>
      </div>
    </section>
  )
}
