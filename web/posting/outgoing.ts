import { signal } from '@preact/signals'
import { del, entries as readEntries, set } from 'idb-keyval'
import { createReport, uploadPhoto } from '../client.ts'
import { mayPass, OfflineError, ProblemError } from '../request.ts'
import type { Problem, ReportBody } from '../wire.ts'
import { type DraftPhoto, dropSentDraft } from './draft.ts'
import { rememberMine } from './mine.ts'
import { quietly } from './quietly.ts'

/** A post on its way. It is kept on the device until the server has all of it, so a crash resumes it. */
export type Outgoing = {
  key: string
  body: ReportBody
  photos: DraftPhoto[]
  /** Set once the report itself is accepted; what is left then is photos. */
  accepted?: { id: string; token: string } | undefined
}

export type SendState =
  | { stage: 'report' }
  | { stage: 'photo'; index: number; of: number; share: number }
  | { stage: 'waiting' }
  | { stage: 'refused'; problem: Problem; retryAfterS: number | undefined }
  | { stage: 'done'; id: string; token: string; refusedPhotos: number }

const PREFIX = 'outgoing:'
export const outgoing = signal<Outgoing[]>([])
export const sendStates = signal<Record<string, SendState>>({})

const report = (key: string, state: SendState) => {
  sendStates.value = { ...sendStates.peek(), [key]: state }
  return state
}

async function keep(post: Outgoing) {
  outgoing.value = [...outgoing.peek().filter((other) => other.key !== post.key), post]
  await quietly(() => set(PREFIX + post.key, post))
}

async function drop(key: string) {
  outgoing.value = outgoing.peek().filter((other) => other.key !== key)
  await quietly(() => del(PREFIX + key))
}

/** Takes back what still waits, because its author went on changing it; what the server has is not undone. */
export async function withdraw(key: string) {
  const post = outgoing.peek().find((other) => other.key === key)
  if (!post || post.accepted || sending.has(key)) return
  await drop(key)
  const { [key]: _, ...rest } = sendStates.peek()
  sendStates.value = rest
}

async function sendPhotos(post: Outgoing, { id, token }: { id: string; token: string }) {
  const of = post.photos.length
  let left = post.photos
  let refusedPhotos = 0
  for (const [index, photo] of post.photos.entries()) {
    report(post.key, { stage: 'photo', index, of, share: 0 })
    try {
      await uploadPhoto(id, token, photo.blob, (share) =>
        report(post.key, { stage: 'photo', index, of, share }),
      )
    } catch (error) {
      if (mayPass(error)) throw error
      refusedPhotos++
    }
    left = left.filter((other) => other.id !== photo.id)
    await keep({ ...post, photos: left })
  }
  return refusedPhotos
}

async function sendNow(post: Outgoing): Promise<SendState> {
  try {
    let { accepted } = post
    if (!accepted) {
      report(post.key, { stage: 'report' })
      const answer = await createReport(post.body, post.key)
      accepted = { id: answer.report.id, token: answer.manageToken }
      rememberMine(answer.report, answer.manageToken)
      await keep({ ...post, accepted })
    }
    const refusedPhotos = await sendPhotos({ ...post, accepted }, accepted)
    await drop(post.key)
    await dropSentDraft(post.key)
    return report(post.key, { stage: 'done', ...accepted, refusedPhotos })
  } catch (error) {
    if (error instanceof OfflineError) return report(post.key, { stage: 'waiting' })
    if (!(error instanceof ProblemError)) throw error
    const { problem, retryAfterS } = error
    if (!mayPass(error) && !outgoing.peek().find((other) => other.key === post.key)?.accepted)
      await drop(post.key)
    return report(post.key, { stage: 'refused', problem, retryAfterS })
  }
}

const sending = new Map<string, Promise<SendState>>()

/** Sends one post; asked twice at once it is sent once. Resolves with how it ended for now. */
export function send(post: Outgoing): Promise<SendState> {
  const running = sending.get(post.key)
  if (running) return running
  const started = keep(post)
    .then(() => sendNow(post))
    .finally(() => sending.delete(post.key))
  sending.set(post.key, started)
  return started
}

/** Takes up what was left unsent, at start and whenever the connection comes back; returns how to stop. */
export function startOutgoing(): () => void {
  const resume = () => {
    for (const post of outgoing.peek()) void send(post)
  }
  void quietly(() => readEntries<string, Outgoing>()).then((all = []) => {
    outgoing.value = all.filter(([key]) => String(key).startsWith(PREFIX)).map(([, post]) => post)
    if (navigator.onLine) resume()
  })
  addEventListener('online', resume)
  return () => removeEventListener('online', resume)
}
