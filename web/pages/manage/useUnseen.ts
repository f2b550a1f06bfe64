import { useEffect, useState } from 'preact/hooks'
import { readStored, writeStored } from '../../state/device.ts'
import { WAITING_SECTIONS, type Waiting } from './waiting.ts'

/** More than anybody is owed at once; older ids fall off the list. */
const MAX_IDS = 500

const readSeen = (key: string) => (readStored(key) ?? '').split(',').filter(Boolean)

/**
 * What of all that waits this device had not shown before this visit. What comes on screen now counts as seen from the
 * next visit on: the words at the top stay while the author reads.
 */
export function useUnseen(id: string, waiting: Waiting): Waiting {
  const key = `seen:${id}`
  const [before] = useState(() => new Set(readSeen(key)))
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      const shown = WAITING_SECTIONS.filter((section) =>
        entries.some(({ isIntersecting, target }) => isIntersecting && target.id === `${section}-title`),
      )
      const ids = shown.flatMap((section) => waiting[section])
      if (ids.length === 0) return
      writeStored(key, [...new Set([...readSeen(key), ...ids])].slice(-MAX_IDS).join(','))
    })
    for (const section of WAITING_SECTIONS) {
      const title = document.getElementById(`${section}-title`)
      if (title) observer.observe(title)
    }
    return () => observer.disconnect()
  }, [JSON.stringify(waiting)])
  const fresh = (ids: readonly string[]) => ids.filter((one) => !before.has(one))
  return {
    messages: fresh(waiting.messages),
    sightings: fresh(waiting.sightings),
    matches: fresh(waiting.matches),
  }
}
