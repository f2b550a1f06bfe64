import type { PetLook } from '../../../api/domain/drawing/types.ts'
import {
  AGES,
  COATS,
  PATTERNS,
  type Pattern,
  SEXES,
  SIZES,
  SPECIES,
  type Species,
  YES_NO,
} from '../../../api/domain/vocabulary.ts'
import { sexGender } from '../../components/kinds.ts'
import { coded, t } from '../../i18n/index.ts'
import type { Errors } from '../../posting/check.ts'
import type { FormValues, PublicText } from '../../posting/form.ts'
import { BreedField } from './fields/BreedField.tsx'
import { ColourChoice } from './fields/ColourChoice.tsx'
import { FoldedFields } from './fields/FoldedFields.tsx'
import { MarksField } from './fields/MarksField.tsx'
import { PillChoice } from './fields/PillChoice.tsx'
import { TextField } from './fields/TextField.tsx'
import { TileChoice } from './fields/TileChoice.tsx'
import { PrivateInText } from './PrivateInText.tsx'
import { Understood } from './Understood.tsx'

/** Patterns that occur in a species; where none is listed the question is not asked. */
const PATTERNS_OF: Partial<Record<Species, readonly Pattern[]>> = {
  dog: ['solid', 'bicolour', 'tricolour', 'saddle', 'sable', 'brindle', 'merle', 'spotted'],
  cat: ['solid', 'bicolour', 'tabby', 'tortie', 'calico', 'point', 'spotted'],
  rabbit: ['solid', 'bicolour', 'spotted', 'point'],
  rodent: ['solid', 'bicolour', 'tricolour'],
  horse: ['solid', 'bicolour', 'spotted'],
  other: PATTERNS,
}
const HAS_COAT: readonly Species[] = ['dog', 'cat', 'rabbit', 'rodent', 'other']

type Props = { values: FormValues; wrong: Errors; onChange: (values: Partial<FormValues>) => void }

/** What the animal is: by drawings first, then, for those who know more, sign by sign. */
export function PetFields({ values, wrong, onChange }: Props) {
  const { species } = values
  const unknown = t('pet.unknown')
  const look: PetLook = {
    species: species ?? 'dog',
    colours: values.colours,
    pattern: values.pattern,
    coat: values.coat,
    size: values.size,
  }
  const patterns = species && PATTERNS_OF[species]
  const sex = (
    <PillChoice
      name="sex"
      legend={t('trait.sex')}
      options={SEXES}
      value={values.sex}
      label={(option) => coded('sex', option)}
      onChange={(next) => onChange({ sex: next })}
      unknown={unknown}
    />
  )
  const privateIn = (field: PublicText) => (
    <PrivateInText fields={[field]} values={values} onChange={onChange} />
  )
  return (
    <>
      <TileChoice
        name="species"
        field="species"
        legend={t('pet.species')}
        options={SPECIES}
        value={species}
        label={(option) => coded('species', option)}
        look={(option) => ({ species: option })}
        wrong={wrong.species}
        onChange={(next) => onChange({ species: next })}
      />
      <ColourChoice
        species={values.species}
        value={values.colours}
        onChange={(colours) => onChange({ colours })}
      />
      {values.kind === 'lost' && (
        <>
          <TextField
            field="name"
            label={t('pet.name')}
            value={values.name}
            wrong={wrong.name}
            onChange={(name) => onChange({ name })}
            input={{ maxLength: 80, autoComplete: 'off' }}
          />
          {privateIn('name')}
        </>
      )}
      <TextField
        field="description"
        label={t('pet.description')}
        value={values.description}
        wrong={wrong.description}
        onChange={(description) => onChange({ description })}
        lines
        input={{
          maxLength: 5000,
          placeholder: t(values.kind === 'lost' ? 'pet.description.lost' : 'pet.description.found'),
        }}
      />
      {privateIn('description')}
      <Understood values={values} onChange={onChange} />
      <FoldedFields title={t('pet.more')} hint={t('pet.more.hint')}>
        {sex}
        {patterns && (
          <TileChoice
            name="pattern"
            legend={t('trait.pattern')}
            options={patterns}
            value={values.pattern}
            label={(option) => coded('pattern', option)}
            look={(option) => ({ ...look, pattern: option })}
            onChange={(pattern) => onChange({ pattern })}
            unknown={unknown}
            small
          />
        )}
        {species && HAS_COAT.includes(species) && (
          <TileChoice
            name="coat"
            legend={t('trait.coat')}
            options={COATS}
            value={values.coat}
            label={(option) => coded('coat', option)}
            look={(option) => ({ ...look, coat: option })}
            onChange={(coat) => onChange({ coat })}
            unknown={unknown}
            small
          />
        )}
        <PillChoice
          name="size"
          legend={t('trait.size')}
          options={SIZES}
          value={values.size}
          label={(option) => coded('size', option)}
          onChange={(size) => onChange({ size })}
          unknown={unknown}
        />
        <PillChoice
          name="age"
          legend={t('trait.age')}
          options={AGES}
          value={values.age}
          label={(option) => coded('age', option, { gender: sexGender(values.species, values.sex) })}
          onChange={(age) => onChange({ age })}
          unknown={unknown}
        />
        <PillChoice
          name="neutered"
          legend={t('trait.neutered')}
          options={YES_NO}
          value={values.neutered}
          label={(option) => coded('neutered', option)}
          onChange={(neutered) => onChange({ neutered })}
          unknown={unknown}
        />
        <BreedField
          species={species}
          value={values.breed}
          wrong={wrong.breed}
          onChange={(breed) => onChange({ breed })}
        />
        {privateIn('breed')}
        <TextField
          field="collar"
          label={t('pet.collar')}
          hint={t('pet.collar.hint')}
          value={values.collar}
          wrong={wrong.collar}
          onChange={(collar) => onChange({ collar })}
          input={{ maxLength: 200, autoComplete: 'off' }}
        />
        {privateIn('collar')}
        <MarksField
          species={species}
          lost={values.kind === 'lost'}
          value={values.marks}
          onChange={(marks) => onChange({ marks })}
        />
        <TextField
          field="microchip"
          label={t('pet.microchip')}
          hint={t('pet.microchip.hint')}
          value={values.microchip}
          wrong={wrong.microchip}
          onChange={(microchip) => onChange({ microchip })}
          input={{ inputMode: 'numeric', maxLength: 40, autoComplete: 'off', spellcheck: false }}
        />
        <TextField
          field="brand"
          label={t('pet.brand')}
          value={values.brand}
          wrong={wrong.brand}
          onChange={(brand) => onChange({ brand })}
          input={{ maxLength: 40, autoComplete: 'off', spellcheck: false }}
        />
      </FoldedFields>
    </>
  )
}
