/** A few streets with a pin, or with a circle in which the pin may be anywhere. */
export function PrivacyPicture({ area }: { area: boolean }) {
  return (
    <svg width="72" height="72" viewBox="0 0 72 72" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="72" height="72" rx="12" fill="var(--surface-sunk)" />
      <path d="M0 24h72M0 52h72M22 0v72M52 0v72" stroke="var(--surface)" stroke-width="5" />
      {area ? (
        <circle
          cx="36"
          cy="36"
          r="25"
          fill="var(--lost)"
          fill-opacity=".22"
          stroke="var(--lost)"
          stroke-width="2.5"
          stroke-dasharray="5 4"
        />
      ) : (
        <path
          d="M36 55S23 41 23 31a13 13 0 0 1 26 0c0 10-13 24-13 24Zm0-19a5 5 0 1 0 0-10 5 5 0 0 0 0 10Z"
          fill="var(--lost)"
        />
      )}
    </svg>
  )
}
