/** A house with the lamp left on, and somebody's ears in the doorway. */
export function Logo({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <path d="M24 4 5 19.5V41a3 3 0 0 0 3 3h32a3 3 0 0 0 3-3V19.5Z" fill="var(--primary)" />
      <path d="M24 22.5c-6.2 0-10.5 4.6-10.5 10.7V44h21V33.2c0-6.1-4.3-10.7-10.5-10.7Z" fill="var(--lamp)" />
      <path
        d="M19.2 44c-.3-5 .1-7.3 1.3-9.3l-.6-4.9 3.1 2.3h2l3.1-2.3-.6 4.9c1.2 2 1.6 4.3 1.3 9.3Z"
        fill="var(--lamp-ink)"
      />
    </svg>
  )
}
