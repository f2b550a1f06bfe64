import fc from 'fast-check'
import { BREEDS } from '../../../api/domain/coding/breeds.ts'
import { COLLAR_COLOURS, COLLAR_ITEMS } from '../../../api/domain/coding/types.ts'
import {
  AGES,
  BREED_CONFIDENCES,
  COATS,
  COLOURS,
  FINDER_KINDS,
  MARK_PARTS,
  MARK_SIDES,
  MARK_TYPES,
  PATTERNS,
  SEXES,
  SIZES,
  SPECIES,
  YES_NO,
} from '../../../api/domain/vocabulary.ts'
import type { Animal, MatchCandidate, MatchSubject } from '../../../api/matching/model/types.ts'

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)

const mark = fc.record(
  { part: oneOf(MARK_PARTS), side: oneOf(MARK_SIDES), type: oneOf(MARK_TYPES) },
  { requiredKeys: ['part', 'type'] },
)

const collar = fc.record({
  worn: oneOf(YES_NO),
  colours: fc.uniqueArray(oneOf(COLLAR_COLOURS), { maxLength: 3 }),
  items: fc.uniqueArray(oneOf(COLLAR_ITEMS), { maxLength: 3 }),
})

/** Any description, each attribute known or not. */
export const animal: fc.Arbitrary<Animal> = fc.record(
  {
    species: oneOf(SPECIES),
    breeds: fc.uniqueArray(oneOf(BREEDS.map((breed) => breed.code)), { maxLength: 3 }),
    isMix: fc.boolean(),
    breedConfidence: oneOf(BREED_CONFIDENCES),
    colours: fc.uniqueArray(oneOf(COLOURS), { maxLength: 8 }),
    pattern: oneOf(PATTERNS),
    coat: oneOf(COATS),
    sex: oneOf(SEXES),
    neutered: oneOf(YES_NO),
    age: oneOf(AGES),
    size: oneOf(SIZES),
    collar,
    marks: fc.array(mark, { maxLength: 5 }),
  },
  { requiredKeys: ['species'] },
)

const place = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  sigmaM: fc.double({ min: 0, max: 500_000, noNaN: true }),
})

const occurredAtMs = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) })

export const lostReport: fc.Arbitrary<MatchSubject> = fc
  .record({ animal, place, occurredAtMs, id: fc.uuid() })
  .map(({ animal: codes, ...rest }) => ({ ...codes, ...rest, kind: 'lost' as const }))

export const candidate: fc.Arbitrary<MatchCandidate> = fc
  .record({
    animal,
    place,
    occurredAtMs,
    id: fc.uuid(),
    kind: oneOf(FINDER_KINDS),
    chip: fc.option(oneOf(['equal', 'near', 'different', 'none_found'] as const), { nil: undefined }),
    photoRatio: fc.option(fc.double({ min: 0, noNaN: false }), { nil: undefined }),
    densityPerKm2Day: fc.double({ min: 0, max: 1e6, noNaN: true }),
  })
  .map(({ animal: codes, ...rest }) => ({ ...codes, ...rest }))

/** A viewer and counterparts of its species. */
export const question = fc
  .record({ viewer: lostReport, candidates: fc.array(candidate, { maxLength: 12 }) })
  .map(({ viewer, candidates }) => ({
    viewer,
    candidates: candidates.map((each) => ({ ...each, species: viewer.species })),
  }))
