import type { Resolution } from '../api/domain/vocabulary.ts'
import { request, upload } from './request.ts'
import { language } from './state/device.ts'
import type {
  Access,
  Animal,
  AppConfig,
  Conversation,
  FoundPlace,
  Inbox,
  InboxMessage,
  JudgedMatch,
  LngLat,
  Matches,
  NearestPlace,
  Photo,
  PublicArea,
  ReportBody,
  ReportCollection,
  ReportFeature,
  SamePicture,
  SearchArea,
  SearchedBody,
  SetOut,
  Verdict,
  WalkerList,
} from './wire.ts'

const reportPath = (id: string, rest = '') => `/api/reports/${encodeURIComponent(id)}${rest}`

export const getConfig = () => request<AppConfig>('/api/config')

/** `query` is a search string without `?`, or the `next` link of an earlier answer. */
export function listReports(query: string, signal?: AbortSignal) {
  const path = query.startsWith('/') || query.startsWith('http') ? query : `/api/reports?${query}`
  return request<ReportCollection>(path, { signal })
}

export const getReport = (id: string, token?: string) => request<ReportFeature>(reportPath(id), { token })

export const createReport = (body: ReportBody, idempotencyKey: string) =>
  request<{ report: ReportFeature; manageToken: string }>('/api/reports', {
    method: 'POST',
    json: body,
    headers: { 'idempotency-key': idempotencyKey },
  })

/** A field set to null is forgotten by the server. */
export const editReport = (id: string, token: string, changes: Record<string, unknown>) =>
  request<ReportFeature>(reportPath(id), { method: 'PATCH', json: changes, token })

export const deleteReport = (id: string, token: string) =>
  request<undefined>(reportPath(id), { method: 'DELETE', token })

export const resolveReport = (id: string, token: string, resolution: Resolution) =>
  request<ReportFeature>(reportPath(id, '/resolve'), { method: 'POST', json: { resolution }, token })

/** For another term; brings an expired report back. The key of the mail that asked is good for this alone. */
export const keepReport = (id: string, token: string) =>
  request<ReportFeature>(reportPath(id, '/keep'), { method: 'POST', json: {}, token })

export const getMatches = (id: string, token?: string) =>
  request<Matches>(reportPath(id, '/matches'), { token })

export const judgeMatch = (id: string, otherId: string, token: string, verdict: Verdict) =>
  request<JudgedMatch>(reportPath(id, `/matches/${encodeURIComponent(otherId)}`), {
    method: 'PUT',
    json: { verdict },
    token,
  })

/** Other reports on the same animal; with the author's token also what there is to judge. */
export const getAnimal = (id: string, token?: string) => request<Animal>(reportPath(id, '/animal'), { token })

const pairPath = (id: string, otherId: string) => reportPath(id, `/animal/${encodeURIComponent(otherId)}`)

/** Judges a report of the same side; those of the other side are matches. */
export const judgeDuplicate = (id: string, otherId: string, token: string, verdict: Verdict) =>
  request<Animal>(pairPath(id, otherId), { method: 'PUT', json: { verdict }, token })

export const withdrawVerdict = (id: string, otherId: string, token: string) =>
  request<undefined>(pairPath(id, otherId), { method: 'DELETE', token })

export const getSamePictures = (id: string, token?: string) =>
  request<{ items: SamePicture[] }>(reportPath(id, '/same-pictures'), { token })

export const reportSearched = (id: string, token: string, ground: Partial<SearchedBody>) =>
  request<{ id: string }>(reportPath(id, '/searched'), { method: 'POST', json: ground, token })

export const withdrawSearched = (id: string, token: string, searchedId: string) =>
  request<undefined>(reportPath(id, `/searched/${encodeURIComponent(searchedId)}`), {
    method: 'DELETE',
    token,
  })

export const getSearchArea = (id: string, token?: string, access?: Access) =>
  request<SearchArea>(reportPath(id, `/search-area${access ? `?access=${access}` : ''}`), { token })

/** How many are on the way to which sighting. */
export const listWalkers = (id: string) => request<WalkerList>(reportPath(id, '/walkers'))

/** With the manage token as the owner; repeated with the same key, it is one person. */
export const setOut = (id: string, sightingId: string, idempotencyKey: string, manageToken?: string) =>
  request<SetOut>(reportPath(id, '/walkers'), {
    method: 'POST',
    json: { sightingId },
    token: manageToken,
    headers: { 'idempotency-key': idempotencyKey },
  })

export const turnBack = (id: string, sightingId: string, token: string) =>
  request<undefined>(reportPath(id, `/walkers/${encodeURIComponent(sightingId)}`), {
    method: 'DELETE',
    token,
  })

/** Sightings that name this report, newest first; with its author's token also those that they called another animal. */
export const listSightings = (id: string, token?: string) =>
  request<ReportCollection>(`/api/reports?aboutReportId=${encodeURIComponent(id)}&limit=50`, { token })

/** Answers come in the language that is on the screen, whatever the browser's own is. */
export const sendMessage = (id: string, text: string, replyTo: string) =>
  request<unknown>(reportPath(id, '/messages'), {
    method: 'POST',
    json: { text, replyTo },
    headers: { 'accept-language': language.value },
  })

/** The whole of it, page after page: conversations are put together from all their messages. */
export async function getInbox(id: string, token: string): Promise<InboxMessage[]> {
  const messages: InboxMessage[] = []
  let next: string | undefined = reportPath(id, '/messages')
  while (next) {
    const page: Inbox = await request<Inbox>(next, { token })
    messages.push(...page.items)
    next = page.links.next
  }
  return messages
}

export const answerMessage = (id: string, token: string, threadId: string, text: string) =>
  request<unknown>(reportPath(id, '/replies'), { method: 'POST', json: { threadId, text }, token })

export const getReplies = (token: string) => request<Conversation>('/api/replies', { token })

export const sendReply = (token: string, text: string) =>
  request<unknown>('/api/replies', { method: 'POST', json: { text }, token })

export function findPlaces(q: string, lang: string, near?: LngLat, signal?: AbortSignal) {
  const query = new URLSearchParams({ q, lang })
  if (near) query.set('near', `${near.lng},${near.lat}`)
  return request<{ items: FoundPlace[] }>(`/api/places?${query}`, { signal })
}

/** What the page of a report with this public area will say it is near; nothing in open country. */
export async function findNearestPlace({ lng, lat, radiusM }: PublicArea): Promise<NearestPlace | undefined> {
  const { nearestPlace } = await request<{ nearestPlace?: NearestPlace }>(
    `/api/places/nearest?near=${lng},${lat}&radiusM=${Math.round(radiusM)}`,
  )
  return nearestPlace
}

/** What a report would match; nothing is stored. */
export const previewMatches = (body: ReportBody, signal?: AbortSignal) =>
  request<Matches>('/api/matches/preview', { method: 'POST', json: body, signal })

/** What people call a spot: the nearest named place. */
export async function findPlaceNear({ lng, lat }: LngLat, lang: string): Promise<FoundPlace | undefined> {
  const { items } = await request<{ items: FoundPlace[] }>(
    `/api/places?near=${lng},${lat}&lang=${lang}&limit=1`,
  )
  return items[0]
}

export const deletePhoto = (id: string, token: string, photoId: string) =>
  request<undefined>(reportPath(id, `/photos/${encodeURIComponent(photoId)}`), { method: 'DELETE', token })

/** `onProgress` hears the share sent, 0 to 1. */
export function uploadPhoto(id: string, token: string, file: Blob, onProgress: (share: number) => void) {
  const form = new FormData()
  form.append('photo', file, 'photo')
  return upload<{ photo: Photo }>(reportPath(id, '/photos'), form, token, onProgress)
}
