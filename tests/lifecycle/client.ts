import { expect } from 'vitest'
import { petPicture } from '../unit/photos/pictures.ts'

/** What the service has said yes to. Everything in here must be true after any crash. */
export type Acknowledged = {
  id: string
  token: string
  name: string
  deleted: boolean
  /** Ids of photos, each with the pixels of its full size. */
  photos: Map<string, { width: number; height: number }>
}

type Answer = {
  report: { id: string }
  manageToken: string
  photo: { id: string; width: number; height: number; urls: Record<string, string> }
}

/** A JSON request; fails like any client's when the service dies under it. */
export async function send(
  baseUrl: string,
  method: string,
  path: string,
  options: { body?: unknown; token?: string; key?: string } = {},
): Promise<Response> {
  return fetch(baseUrl + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(options.token ? { Authorization: `Bearer ${options.token}` } : {}),
      ...(options.key ? { 'Idempotency-Key': options.key } : {}),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
}

export const bodyOf = (name: string) => ({
  kind: 'found',
  species: 'cat',
  name,
  occurredAt: '2026-01-15T10:00:00Z',
  location: { lng: 37.6 + Math.abs(hash(name) % 1000) / 1e4, lat: 55.7, accuracyM: 20 },
})

const hash = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)

/** Whether a client deletes its report of this name as its last step. */
export const isDeleted = (name: string) => hash(name) % 5 === 0

/** Posts, photographs, edits and now and then deletes, noting each yes as it comes. */
export async function useService(baseUrl: string, name: string, seen: Acknowledged[]): Promise<void> {
  const created = await send(baseUrl, 'POST', '/api/reports', { body: bodyOf(name), key: `key ${name}` })
  expect(created.status).toBe(201)
  const { report, manageToken } = (await created.json()) as Answer
  const known: Acknowledged = { id: report.id, token: manageToken, name, deleted: false, photos: new Map() }
  seen.push(known)
  await addPhoto(baseUrl, known, 64 + Math.abs(hash(name) % 200))
  const path = `/api/reports/${known.id}`
  const renamed = `${name} again`
  const edited = await send(baseUrl, 'PATCH', path, { body: { name: renamed }, token: known.token })
  expect(edited.status).toBe(200)
  known.name = renamed
  if (!isDeleted(name)) return
  expect((await send(baseUrl, 'DELETE', path, { token: known.token })).status).toBe(204)
  known.deleted = true
}

export async function addPhoto(baseUrl: string, known: Acknowledged, width: number): Promise<void> {
  const body = new FormData()
  body.set('photo', new File([new Uint8Array(await petPicture(width, 64).jpeg().toBuffer())], 'cat'))
  const headers = { Authorization: `Bearer ${known.token}` }
  const response = await fetch(`${baseUrl}/api/reports/${known.id}/photos`, { method: 'POST', headers, body })
  expect(response.status).toBe(201)
  const { photo } = (await response.json()) as Answer
  known.photos.set(photo.id, { width: photo.width, height: photo.height })
}
