import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { LocationPrivacy } from '../../api/domain/vocabulary.ts'
import type { Place, PublicArea } from '../wire.ts'
import { quietly } from './quietly.ts'

type Rule = typeof import('../../api/domain/geo/public-area.ts')

/** The server's own rule; its grid comes when a form first asks for it. */
const rule = signal<Rule>()

/** What strangers will see of a place; nothing before the rule has come. */
export function usePublicArea(
  place: Place | undefined,
  privacy: LocationPrivacy | undefined,
): PublicArea | undefined {
  useEffect(() => {
    if (rule.peek()) return
    void quietly(async () => {
      rule.value = await import('../../api/domain/geo/public-area.ts')
    })
  }, [])
  return place && privacy && rule.value?.publicAreaOf(place, privacy)
}
