import { signal } from '@preact/signals'
import { del, get, keys, set } from 'idb-keyval'
import { readStored, writeStored } from '../state/device.ts'
import type { Place } from '../wire.ts'
import { emptyForm, type FormValues } from './form.ts'
import { newId } from './new-id.ts'
import { quietly } from './quietly.ts'

const SIDES = ['lost', 'found'] as const
export type Side = (typeof SIDES)[number]

/** A photo on its way to the server: already without metadata where this device could draw it. */
export type DraftPhoto = {
  id: string
  blob: Blob
  /** False when this browser cannot decode it (HEIC): the server will. */
  shown: boolean
}

/** What a photo's own metadata says; offered to the person, never imposed, never uploaded. */
export type PhotoOffer = { place?: Place | undefined; takenAt?: string | undefined }

export type Draft = {
  /** Also the Idempotency-Key: sending the same draft twice makes one report. */
  id: string
  side: Side
  values: FormValues
  photos: DraftPhoto[]
  offer: PhotoOffer
  savedAtMs: number
}

const SAVE_AFTER_MS = 300
const keyOf = (side: Side) => `draft:${side}`
const lastWordsKey = (side: Side) => `draft-last-words:${side}`

export function newDraft(side: Side): Draft {
  const values = emptyForm(side === 'lost' ? 'lost' : undefined)
  return { id: newId(), side, values, photos: [], offer: {}, savedAtMs: 0 }
}

export const draft = signal<Draft>(newDraft('lost'))
/** False where storage is full or blocked: the draft then lives only as long as the tab. */
export const draftKept = signal(true)

let timer: ReturnType<typeof setTimeout> | undefined
/** The draft as the device last took it; while it is not the one on screen, leaving the page would lose something. */
let stored: Draft | undefined

const stopTimer = () => {
  clearTimeout(timer)
  timer = undefined
}

const hasContent = ({ values, photos }: Draft) =>
  photos.length > 0 || JSON.stringify(values) !== JSON.stringify(emptyForm(values.kind))

/** Writes what is typed now; called by itself soon after each change and when the page is left. */
export async function saveDraft() {
  stopTimer()
  const now = draft.peek()
  try {
    if (hasContent(now)) await set(keyOf(now.side), { ...now, savedAtMs: Date.now() })
    if (draft.peek() === now) {
      stored = now
      writeStored(lastWordsKey(now.side), null)
    }
    draftKept.value = true
  } catch {
    draftKept.value = false
  }
}

/** Words are written a moment later, however fast the next ones follow; photos at once, as no small copy saves them. */
export function changeDraft(partial: Partial<Draft>) {
  draft.value = { ...draft.peek(), ...partial }
  if (partial.photos) void saveDraft()
  else timer ??= setTimeout(saveDraft, SAVE_AFTER_MS)
}

export function changeValues(partial: Partial<FormValues>) {
  changeDraft({ values: { ...draft.peek().values, ...partial } })
}

type LastWords = Pick<Draft, 'id' | 'values' | 'savedAtMs'>

/** IndexedDB does not finish what begins while a page is going away; this small copy of the words does. */
function keepLastWords({ id, side, values }: Draft) {
  const last: LastWords = { id, values, savedAtMs: Date.now() }
  writeStored(lastWordsKey(side), JSON.stringify(last))
}

function readLastWords(side: Side): LastWords | undefined {
  const stored = readStored(lastWordsKey(side))
  return stored ? (JSON.parse(stored) as LastWords) : undefined
}

function withLastWords(kept: Draft | undefined, side: Side): Draft | undefined {
  const last = readLastWords(side)
  if (!last) return kept
  if (!kept) return { ...newDraft(side), ...last }
  return kept.id === last.id && kept.savedAtMs < last.savedAtMs ? { ...kept, ...last } : kept
}

/** Brings back what was typed before; true when there was something. */
export async function openDraft(side: Side): Promise<boolean> {
  try {
    const kept = withLastWords(await get<Draft>(keyOf(side)), side)
    startFrom(kept ?? newDraft(side))
    return kept !== undefined
  } catch {
    draftKept.value = false
    startFrom(newDraft(side))
    return false
  }
}

function startFrom(opened: Draft) {
  draft.value = opened
  stored = opened
}

/** Forgets the draft that was sent as `id`, on whichever side it stands; another one stays. */
export async function dropSentDraft(id: string) {
  if (draft.peek().id === id) return dropDraft(draft.peek().side)
  for (const side of SIDES) {
    const kept = await quietly(() => get<Draft>(keyOf(side)))
    if (kept?.id === id) await quietly(() => del(keyOf(side)))
    if (readLastWords(side)?.id === id) writeStored(lastWordsKey(side), null)
  }
}

export async function dropDraft(side: Side) {
  stopTimer()
  startFrom(newDraft(side))
  writeStored(lastWordsKey(side), null)
  await quietly(() => del(keyOf(side)))
}

/** Saves at once when the page is hidden or left; returns how to stop. */
export function startDraftSaving(): () => void {
  const flush = () => {
    if (draft.peek() === stored) return
    keepLastWords(draft.peek())
    void saveDraft()
  }
  addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', flush)
  return () => {
    flush()
    removeEventListener('pagehide', flush)
    document.removeEventListener('visibilitychange', flush)
  }
}

/** Which sides have something begun and kept on this device. */
export async function listDrafts(): Promise<Side[]> {
  try {
    const known = await keys()
    return SIDES.filter((side) => known.includes(keyOf(side)) || readLastWords(side))
  } catch {
    return []
  }
}
