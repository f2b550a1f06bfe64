import { defaultPrivacy } from '../domain/location-privacy.ts'
import type { ReportBody, ReportFeature, ReportPatch } from './schema.ts'

/** Fields of the author's view that are also fields of a body. Chip and brand numbers are in neither. */
const KEPT = [
  'kind',
  'species',
  'name',
  'breed',
  'breedConfidence',
  'colours',
  'pattern',
  'coat',
  'sex',
  'neutered',
  'age',
  'size',
  'collar',
  'marks',
  'aboutReportId',
  'occurredAt',
  'location',
  'locationPrivacy',
  'description',
  'language',
  'contact',
] as const satisfies readonly (keyof ReportFeature['properties'] & keyof ReportBody)[]

/** RFC 7396 on the author's own view: left out stays, null goes; `location` and `contact` are replaced whole. */
export function mergePatch(current: ReportFeature, patch: ReportPatch): ReportBody {
  const kept: Record<string, unknown> = Object.fromEntries(KEPT.map((key) => [key, current.properties[key]]))
  const kindChanged = patch.kind !== undefined && patch.kind !== current.properties.kind
  if (kindChanged && patch.locationPrivacy === undefined && defaultPrivacy(patch.kind!) === 'approximate') {
    // A finder's place is not shown because the report began as another kind.
    kept['locationPrivacy'] = 'approximate'
  }
  const merged = Object.entries({ ...kept, ...patch }).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return Object.fromEntries(merged) as ReportBody
}
