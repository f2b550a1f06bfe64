import { EyeOff } from 'lucide-preact'
import type { Species } from '../../api/domain/vocabulary.ts'
import { coded, t } from '../i18n/index.ts'
import type { ReportProperties } from '../wire.ts'
import { breedOf } from './breeds.ts'
import { coatWords } from './colours.ts'
import { sexGender } from './kinds.ts'
import { markWords } from './marks.ts'
import styles from './PetFacts.module.css'

/** The coded description, from a report or from a form not yet sent. */
export type Facts = Pick<
  ReportProperties,
  | 'breed'
  | 'breedName'
  | 'colours'
  | 'pattern'
  | 'coat'
  | 'sex'
  | 'neutered'
  | 'age'
  | 'size'
  | 'collar'
  | 'marks'
> & { chipped: boolean; species?: Species | undefined }

export type FactKey = (typeof FACT_KEYS)[number]

export const FACT_KEYS = [
  'breed',
  'colours',
  'pattern',
  'coat',
  'sex',
  'age',
  'size',
  'neutered',
  'collar',
  'marks',
  'chipped',
] as const

const MAKE: Record<FactKey, (pet: Facts) => string> = {
  breed: breedOf,
  colours: (pet) => coatWords(pet),
  pattern: (pet) => (pet.pattern ? coded('pattern', pet.pattern) : ''),
  coat: (pet) => (pet.coat ? coded('coat', pet.coat) : ''),
  sex: (pet) => (pet.sex ? coded('sex', pet.sex) : ''),
  age: (pet) => (pet.age ? coded('age', pet.age, { gender: sexGender(pet.species, pet.sex) }) : ''),
  size: (pet) => (pet.size ? coded('size', pet.size) : ''),
  neutered: (pet) => (pet.neutered ? coded('neutered', pet.neutered) : ''),
  collar: (pet) => pet.collar ?? '',
  marks: (pet) =>
    pet.marks
      .filter(({ visibility }) => visibility !== 'sealed')
      .map((mark) => markWords(mark, pet.species))
      .join('; '),
  chipped: (pet) => (pet.chipped ? t('trait.chipped.yes') : ''),
}

export const factWords = (key: FactKey, pet: Facts) => MAKE[key](pet)

const sealedMarks = (pet: Facts) => pet.marks.filter(({ visibility }) => visibility === 'sealed')

/** Whether anything is known; a heading over nothing would only take room. */
export const hasFacts = (pet: Facts) =>
  sealedMarks(pet).length > 0 || FACT_KEYS.some((key) => factWords(key, pet))

/** What is known, one row a sign; what is not known is not shown. */
export function PetFacts({ pet }: { pet: Facts }) {
  const sealed = sealedMarks(pet)
  return (
    <dl class={styles['facts']}>
      {FACT_KEYS.map((key) => [key, factWords(key, pet)] as const)
        .filter(([, words]) => words)
        .map(([key, words]) => (
          <div key={key}>
            <dt>{t(`trait.${key}`)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      {sealed.length > 0 && (
        <div>
          <dt>
            <EyeOff size={16} aria-hidden="true" /> {t('trait.sealed')}
          </dt>
          <dd>{sealed.map((mark) => markWords(mark, pet.species)).join('; ')}</dd>
        </div>
      )}
    </dl>
  )
}
