import { signal } from '@preact/signals'
import { del, get, keys, set } from 'idb-keyval'
import { readStored, storedKeys, writeStored } from '../state/device.ts'
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

/** Where a draft stands: one of each side, and one for each known report that somebody saw the animal of. */
export type Slot = { side: Side; about?: string | undefined }

export type Draft = Slot & {
  /** Also the Idempotency-Key: sending the same draft twice makes one report. */
  id: string
  values: FormValues
  photos: DraftPhoto[]
  offer: PhotoOffer
  savedAtMs: number
}

const SAVE_AFTER_MS = 300
const KEPT = 'draft:'
const LAST_WORDS = 'draft-last-words:'
const nameOf = ({ side, about }: Slot) => (about ? `${side}:${about}` : side)
const keyOf = (slot: Slot) => KEPT + nameOf(slot)
const lastWordsKey = (slot: Slot) => LAST_WORDS + nameOf(slot)

function newDraft({ side, about }: Slot): Draft {
  const values = emptyForm(side === 'lost' ? 'lost' : about ? 'sighting' : undefined)
  return {
    ...{ id: newId(), side, about, photos: [], offer: {}, savedAtMs: 0 },
    values: { ...values, aboutReportId: about },
  }
}

export const draft = signal<Draft>(newDraft({ side: 'lost' }))
/** False where storage is full or blocked: the draft then lives only as long as the tab. */
export const draftKept = signal(true)

let timer: ReturnType<typeof setTimeout> | undefined
/** The draft as the device last took it; while it is not the one on screen, leaving the page would lose something. */
let stored: Draft | undefined

const stopTimer = () => {
  clearTimeout(timer)
  timer = undefined
}

const hasContent = ({ values: { aboutReportId: _, ...values }, photos }: Draft) =>
  photos.length > 0 || JSON.stringify(values) !== JSON.stringify(emptyForm(values.kind))

/** Writes what is typed now; called by itself soon after each change and when the page is left. */
export async function saveDraft() {
  stopTimer()
  const now = draft.peek()
  try {
    if (hasContent(now)) await set(keyOf(now), { ...now, savedAtMs: Date.now() })
    if (draft.peek() === now) {
      stored = now
      writeStored(lastWordsKey(now), null)
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
function keepLastWords({ id, values, ...slot }: Draft) {
  const last: LastWords = { id, values, savedAtMs: Date.now() }
  writeStored(lastWordsKey(slot), JSON.stringify(last))
}

function readLastWords(slot: Slot): LastWords | undefined {
  const stored = readStored(lastWordsKey(slot))
  return stored ? (JSON.parse(stored) as LastWords) : undefined
}

function withLastWords(kept: Draft | undefined, slot: Slot): Draft | undefined {
  const last = readLastWords(slot)
  if (!last) return kept
  if (!kept) return { ...newDraft(slot), ...last }
  return kept.id === last.id && kept.savedAtMs < last.savedAtMs ? { ...kept, ...last } : kept
}

/** What was typed before and is kept on this device. */
export const readDraft = async (slot: Slot): Promise<Draft | undefined> =>
  withLastWords(await get<Draft>(keyOf(slot)), slot)

/** Brings back what was typed before; true when there was something. */
export async function openDraft(slot: Slot): Promise<boolean> {
  try {
    const kept = await readDraft(slot)
    startFrom(kept ? belonging(kept, slot) : newDraft(slot))
    return kept !== undefined
  } catch {
    draftKept.value = false
    startFrom(newDraft(slot))
    return false
  }
}

/** A draft names the report of its own slot and no other, whatever an earlier version of the app kept. */
const belonging = (kept: Draft, { side, about }: Slot): Draft => ({
  ...kept,
  ...{ side, about },
  values: { ...kept.values, aboutReportId: about },
})

/** What the person need not type is no draft yet: it is kept with the first change. */
export function beginWith(partial: Partial<FormValues>) {
  const now = draft.peek()
  startFrom({ ...now, values: { ...now.values, ...partial } })
}

function startFrom(opened: Draft) {
  draft.value = opened
  stored = opened
}

/** Forgets the draft that was sent as `id`, wherever it stands; another one stays. */
export async function dropSentDraft(id: string) {
  if (draft.peek().id === id) return dropDraft(draft.peek())
  for (const slot of await listDrafts()) {
    const kept = await quietly(() => get<Draft>(keyOf(slot)))
    if (kept?.id === id) await quietly(() => del(keyOf(slot)))
    if (readLastWords(slot)?.id === id) writeStored(lastWordsKey(slot), null)
  }
}

export async function dropDraft(slot: Slot) {
  stopTimer()
  startFrom(newDraft(slot))
  writeStored(lastWordsKey(slot), null)
  await quietly(() => del(keyOf(slot)))
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

function slotOf(name: string): Slot | undefined {
  const [first, about] = name.split(':')
  const side = SIDES.find((known) => known === first)
  return side && { side, about }
}

/** What was begun and is kept on this device: losses, finds, then sightings of known animals. */
export async function listDrafts(): Promise<Slot[]> {
  const namesAfter = (prefix: string, all: readonly IDBValidKey[]) =>
    all.map(String).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []))
  try {
    const names = [...namesAfter(KEPT, await keys()), ...namesAfter(LAST_WORDS, storedKeys())]
    return [...new Set([...SIDES.filter((side) => names.includes(side)), ...names])].flatMap(
      (name) => slotOf(name) ?? [],
    )
  } catch {
    return []
  }
}
