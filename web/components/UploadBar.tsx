import styles from './UploadBar.module.css'

/** How much has been sent, 0 to 1; without a share, that something is. */
export function UploadBar({ words, share }: { words: string; share?: number | undefined }) {
  return (
    <progress
      class={styles['bar']}
      aria-label={words}
      {...(share === undefined ? {} : { value: share, max: 1 })}
    />
  )
}
