import type { AnimalView } from '../api/animals/schema.ts'
import type { LngLat } from '../api/domain/geo/lng-lat.ts'
import type { PinnedPlace, PublicArea } from '../api/domain/geo/public-area.ts'
import type { Access } from '../api/domain/search-words.ts'
import type {
  Age,
  BreedConfidence,
  Coat,
  Colour,
  Kind,
  Language,
  LocationPrivacy,
  Mark,
  Pattern,
  Sex,
  Size,
  Species,
  Verdict,
  YesNo,
} from '../api/domain/vocabulary.ts'
import type { JudgedMatch, MatchList } from '../api/matching/schema.ts'
import type { Conversation, Inbox } from '../api/people/schema.ts'
import type { SamePicture } from '../api/photos/schema.ts'
import type { PhotoView, ReportCollection, ReportFeature } from '../api/reports/schema.ts'
import type { SearchAreaCollection, SearchedBody } from '../api/search-area/schema.ts'
import type { SiteConfig } from '../api/site/config.ts'
import type { SetOut, WalkerList } from '../api/walkers/schema.ts'

/** What the API says and takes, as the web app reads it. Coordinates are lng, lat in degrees. */
export type { LngLat, PublicArea }
export type Place = PinnedPlace
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
export type NearestPlace = NonNullable<ReportProperties['nearestPlace']>

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

export type Matches = MatchList
export type Match = MatchList['items'][number]
export type MatchReason = Match['reasons'][number]
export type SearchArea = SearchAreaCollection
export type Animal = AnimalView
export type AnimalMember = Animal['members'][number]
export type Walkers = WalkerList['items'][number]
export type { Access, JudgedMatch, SamePicture, SearchedBody, SetOut, Verdict, WalkerList }

export type InboxMessage = Inbox['items'][number]
export type Message = Conversation['items'][number]
export type { Conversation, Inbox }
export type FoundPlace = LngLat & { name: string; detail: string; radiusM: number }

export type AppConfig = SiteConfig

export type ProblemError = { pointer: string; code: string; detail?: string | undefined }
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string | undefined
  errors?: ProblemError[] | undefined
  requestId?: string | undefined
}
