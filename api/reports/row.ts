import type { Db } from '../db/connect.ts'
import { getBreed } from '../domain/coding/breeds.ts'
import type {
  Kind,
  Language,
  LocationPrivacy,
  Mark,
  Resolution,
  Species,
  Status,
} from '../domain/vocabulary.ts'
import { findNearestPlace } from '../places/nearest-place.ts'
import type { PhotoView, ReportFeature } from './schema.ts'
import type { TruePlaceRow } from './true-place.ts'

/** The description in columns that are written and read as they are. */
export type DescriptionColumns = {
  kind: Kind
  species: Species
  name: string | null
  breed: string | null
  breed_confidence: string | null
  colours: string[]
  pattern: string | null
  coat: string | null
  sex: string | null
  neutered: string | null
  age: string | null
  size: string | null
  collar: string | null
  description: string | null
  language: Language | null
}

/** A report as the queries of this folder read it; of its marks, the public ones. */
export type ReportRow = DescriptionColumns & {
  id: string
  marks: Mark[]
  chipped: boolean
  about_report_id: string | null
  occurred_at: Date
  location_privacy: LocationPrivacy
  public_lng: number
  public_lat: number
  public_radius_m: number
  status: Status
  resolution: Resolution | null
  is_demo: boolean
  created_at: Date
  updated_at: Date
  photos: { id: string; width: number; height: number; thumbHash: string }[]
}

/** What only the author reads, in a query of its own so that no public path can select it. */
export type PrivateRow = TruePlaceRow & {
  external_id: string | null
  marks: Mark[]
  contact_name: string | null
  contact_email: string | null
  contact_phone: string | null
}

/** Columns of a ReportRow; the table must be named `r`. Sealed marks stay in the database. */
export function publicColumns(sql: Db) {
  return sql`
    r.id,
    r.kind,
    r.species,
    r.name,
    r.breed,
    r.breed_confidence,
    r.colours,
    r.pattern,
    r.coat,
    r.sex,
    r.neutered,
    r.age,
    r.size,
    r.collar,
    jsonb_path_query_array(r.marks, '$[*] ? (@.visibility == "public")') as marks,
    (r.chip_hash is not null or r.brand_hash is not null) as chipped,
    r.about_report_id,
    r.occurred_at,
    r.location_privacy,
    st_x(r.public_location::geometry) as public_lng,
    st_y(r.public_location::geometry) as public_lat,
    r.public_radius_m,
    r.description,
    r.language,
    r.status,
    r.resolution,
    r.is_demo,
    r.created_at,
    r.updated_at,
    coalesce((
      select jsonb_agg(
        jsonb_build_object('id', p.id, 'width', p.width, 'height', p.height, 'thumbHash', p.thumb_hash)
        order by p.position)
      from photos p
      where p.report_id = r.id
    ), '[]') as photos`
}

/** The wire form of a report; with `own` the author's. Unknown fields are left out. */
export function toFeature(row: ReportRow, own?: PrivateRow): ReportFeature {
  const properties = {
    id: row.id,
    kind: row.kind,
    species: row.species,
    name: row.name,
    breed: row.breed,
    breedName: nameBreed(row.breed),
    breedConfidence: row.breed_confidence,
    colours: row.colours,
    pattern: row.pattern,
    coat: row.coat,
    sex: row.sex,
    neutered: row.neutered,
    age: row.age,
    size: row.size,
    collar: row.collar,
    marks: own ? own.marks : row.marks,
    chipped: row.chipped,
    aboutReportId: row.about_report_id,
    occurredAt: row.occurred_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    status: row.status,
    resolution: row.resolution,
    locationPrivacy: row.location_privacy,
    publicRadiusM: row.public_radius_m,
    nearestPlace: findNearestPlace({ lng: row.public_lng, lat: row.public_lat }, row.public_radius_m),
    description: row.description,
    language: row.language,
    photos: row.photos.map(toPhotoView),
    demo: row.is_demo,
    ...(own ? privateProperties(own) : {}),
  }
  return {
    type: 'Feature',
    id: row.id,
    geometry: { type: 'Point', coordinates: [row.public_lng, row.public_lat] },
    properties: withoutNulls(properties) as ReportFeature['properties'],
  }
}

/** A coded breed in words, so that a page that only shows it needs no table of breeds. */
function nameBreed(breed: string | null): ReportFeature['properties']['breedName'] {
  const known = breed === null ? undefined : getBreed(breed)
  return known && { ru: known.ru, en: known.en }
}

export function toPhotoView(photo: ReportRow['photos'][number]): PhotoView {
  const url = (size: string) => `/photos/${photo.id}/${size}.webp`
  return { ...photo, urls: { thumb: url('thumb'), card: url('card'), full: url('full') } }
}

function privateProperties(own: PrivateRow) {
  return {
    mine: true,
    externalId: own.external_id,
    location: withoutNulls({ lng: own.lng, lat: own.lat, accuracyM: own.accuracy_m }),
    contact: withoutNulls({ name: own.contact_name, email: own.contact_email, phone: own.contact_phone }),
  }
}

function withoutNulls(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  )
}
