import type {
  Age,
  BreedConfidence,
  Coat,
  Colour,
  Kind,
  Language,
  LocationPrivacy,
  Mark,
  MatchBand,
  Pattern,
  Sex,
  Size,
  Species,
  Verdict,
  YesNo,
} from '../api/domain/vocabulary.ts'
import type { PhotoView, ReportCollection, ReportFeature } from '../api/reports/schema.ts'

/** What the API says and takes, as the web app reads it. Coordinates are lng, lat in degrees. */
export type LngLat = { lng: number; lat: number }
export type Place = LngLat & { accuracyM?: number | undefined }
export type Contact = { name?: string | undefined; email?: string | undefined; phone?: string | undefined }

export type Photo = PhotoView

/** The coded description, shared by what is posted and what is shown. */
export type Traits = {
  name?: string | undefined
  breed?: string | undefined
  breedConfidence?: BreedConfidence | undefined
  colours?: Colour[] | undefined
  pattern?: Pattern | undefined
  coat?: Coat | undefined
  sex?: Sex | undefined
  neutered?: YesNo | undefined
  age?: Age | undefined
  size?: Size | undefined
  collar?: string | undefined
  marks?: Mark[] | undefined
}

export type ReportProperties = ReportFeature['properties']
export type { ReportCollection, ReportFeature }

export type ReportBody = Traits & {
  kind: Kind
  species: Species
  microchip?: string | undefined
  brand?: string | undefined
  aboutReportId?: string | undefined
  occurredAt: string
  location: Place
  locationPrivacy?: LocationPrivacy | undefined
  description?: string | undefined
  language?: Language | undefined
  contact?: Contact | undefined
}

export type MatchReason = { factor: string; multiplier: number } & Record<string, unknown>
export type MatchState = 'new' | 'same' | 'unsure'
export type Match = {
  report: ReportFeature
  probability: number
  band: MatchBand
  reasons: MatchReason[]
  state: MatchState
}
export type Matches = { items: Match[]; noneOfThese: number }
export type { Verdict }

export type Message = { id: string; text: string; createdAt: string; fromAuthor: boolean }
export type FoundPlace = LngLat & { name: string; detail: string; radiusM: number }

export type AppConfig = {
  mapStyleUrl: string
  demo: boolean
  defaultCenter: [lng: number, lat: number]
  defaultZoom: number
  maxPhotos: number
  maxPhotoBytes: number
  languages: Language[]
}

export type ProblemError = { pointer: string; code: string; detail?: string | undefined }
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string | undefined
  errors?: ProblemError[] | undefined
  requestId?: string | undefined
}
