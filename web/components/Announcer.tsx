import { announcement } from '../state/announce.ts'

export function Announcer() {
  return (
    <p class="unseen" role="status" aria-live="polite">
      {announcement.value}
    </p>
  )
}
