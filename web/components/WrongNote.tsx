import { CircleAlert } from 'lucide-preact'

type Props = { words: string; id?: string; role?: 'alert' }

/** A fault beside the field that has it: by its sign too, as its colour alone would tell not everybody. */
export function WrongNote({ words, ...attributes }: Props) {
  return (
    <p class="wrong" {...attributes}>
      <CircleAlert size={18} aria-hidden="true" />
      {words}
    </p>
  )
}
