import { signal } from '@preact/signals'
import { del, get, keys, set } from 'idb-keyval'
import type { Place } from '../wire.ts'
import { emptyForm, type FormValues } from './form.ts'

export type Side = 'lost' | 'found'

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

export function newDraft(side: Side): Draft {
  const values = emptyForm(side === 'lost' ? 'lost' : undefined)
  return { id: crypto.randomUUID(), side, values, photos: [], offer: {}, savedAtMs: 0 }
}

export const draft = signal<Draft>(newDraft('lost'))
/** False where storage is full or blocked: the draft then lives only as long as the tab. */
export const draftKept = signal(true)

let timer: ReturnType<typeof setTimeout> | undefined

const hasContent = ({ values, photos }: Draft) =>
  photos.length > 0 || JSON.stringify(values) !== JSON.stringify(emptyForm(values.kind))

/** Writes what is typed now; called by itself after each change and when the page is left. */
export async function saveDraft() {
  clearTimeout(timer)
  timer = undefined
  const now = draft.peek()
  try {
    if (hasContent(now)) await set(keyOf(now.side), { ...now, savedAtMs: Date.now() })
    draftKept.value = true
  } catch {
    draftKept.value = false
  }
}

export function changeDraft(partial: Partial<Draft>) {
  draft.value = { ...draft.peek(), ...partial }
  clearTimeout(timer)
  timer = setTimeout(saveDraft, SAVE_AFTER_MS)
}

export function changeValues(partial: Partial<FormValues>) {
  changeDraft({ values: { ...draft.peek().values, ...partial } })
}

/** Brings back what was typed before; true when there was something. */
export async function openDraft(side: Side): Promise<boolean> {
  try {
    const kept = await get<Draft>(keyOf(side))
    draft.value = kept ?? newDraft(side)
    return kept !== undefined
  } catch {
    draftKept.value = false
    draft.value = newDraft(side)
    return false
  }
}

export async function dropDraft(side: Side) {
  clearTimeout(timer)
  timer = undefined
  draft.value = newDraft(side)
  await del(keyOf(side)).catch(() => undefined)
}

/** Saves at once when the page is hidden or left; returns how to stop. */
export function startDraftSaving(): () => void {
  const flush = () => {
    if (timer) void saveDraft()
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
    return (['lost', 'found'] as const).filter((side) => known.includes(keyOf(side)))
  } catch {
    return []
  }
}
