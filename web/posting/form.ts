import { defaultPrivacy } from '../../api/domain/location-privacy.ts'
import type { Kind, Language, LocationPrivacy } from '../../api/domain/vocabulary.ts'
import type { Contact, Place, ReportBody, ReportFeature, Traits } from '../wire.ts'

/** What a person is filling in, in the wizard or while editing; anything may still be missing. */
export type FormValues = Omit<Traits, 'colours' | 'marks'> & {
  kind?: Kind | undefined
  species?: ReportBody['species'] | undefined
  colours: NonNullable<Traits['colours']>
  marks: NonNullable<Traits['marks']>
  microchip?: string | undefined
  brand?: string | undefined
  aboutReportId?: string | undefined
  /** ISO instant. */
  occurredAt?: string | undefined
  location?: Place | undefined
  /** The name of the place as the person found it; stays on the device. */
  placeName?: string | undefined
  /** Set where the device did not stand there and nobody pointed at it; stays on the device too. */
  placeFrom?: 'photo' | undefined
  locationPrivacy?: LocationPrivacy | undefined
  description?: string | undefined
  contact: Contact
}

export type PrivacyValues = Pick<FormValues, 'kind' | 'locationPrivacy' | 'placeFrom'>

/** What is written in free words and read by everybody, from the top of the form down. */
export const PUBLIC_TEXTS = ['name', 'description', 'breed', 'collar'] as const
export type PublicText = (typeof PUBLIC_TEXTS)[number]

export const emptyForm = (kind?: Kind): FormValues => ({ kind, colours: [], marks: [], contact: {} })

/**
 * How strangers see the place while its author says nothing: as the server would choose, but a photo's own place only
 * roughly, as it is mostly a home.
 */
export function privacyOf({ kind, locationPrivacy, placeFrom }: PrivacyValues): LocationPrivacy {
  return locationPrivacy ?? (placeFrom === 'photo' ? 'approximate' : defaultPrivacy(kind))
}

const trimmed = (text: string | undefined) => text?.trim() || undefined

function cleanContact(contact: Contact): Contact | undefined {
  const clean = { name: trimmed(contact.name), email: trimmed(contact.email), phone: trimmed(contact.phone) }
  return clean.name || clean.email || clean.phone ? clean : undefined
}

/** The report body; kind, species, time and place must be there (see checkForm). */
export function toBody(values: FormValues, language: Language): ReportBody {
  const { placeName: _, placeFrom: __, ...rest } = values
  return {
    ...rest,
    kind: values.kind!,
    species: values.species!,
    occurredAt: values.occurredAt!,
    location: values.location!,
    locationPrivacy: privacyOf(values),
    name: trimmed(values.name),
    breed: trimmed(values.breed),
    breedConfidence: trimmed(values.breed)
      ? (values.breedConfidence ?? breedWitness(values.kind))
      : undefined,
    collar: trimmed(values.collar),
    microchip: trimmed(values.microchip),
    brand: trimmed(values.brand),
    description: trimmed(values.description),
    colours: values.colours.length > 0 ? values.colours : undefined,
    marks: values.marks.length > 0 ? values.marks : undefined,
    contact: cleanContact(values.contact),
    language,
  }
}

/** An owner knows the breed; a finder guesses it by looks. */
const breedWitness = (kind: Kind | undefined) => (kind === 'lost' ? 'owner' : 'observer')

/** The author's view of a report, as a form to change. Chip and brand numbers never come back. */
export function fromReport({ properties }: ReportFeature): FormValues {
  const { kind, species, name, breed, breedConfidence, colours, pattern, coat, sex, neutered } = properties
  const { age, size, collar, marks, aboutReportId, occurredAt, locationPrivacy, description } = properties
  return {
    ...{ kind, species, name, breed, breedConfidence, colours, pattern, coat, sex, neutered },
    ...{ age, size, collar, marks, aboutReportId, occurredAt, locationPrivacy, description },
    location: properties.location,
    contact: properties.contact ?? {},
  }
}

/** What changed, as a merge patch: a cleared field becomes null. */
export function toPatch(before: FormValues, after: FormValues, language: Language): Record<string, unknown> {
  const old: Record<string, unknown> = toBody(before, language)
  const now: Record<string, unknown> = toBody(after, language)
  const keys = Object.keys({ ...old, ...now }).filter((key) => key !== 'language')
  const changed = keys.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
  return Object.fromEntries(
    changed.map((key) => [key, now[key] ?? (key === 'colours' || key === 'marks' ? [] : null)]),
  )
}
