import type { FieldName } from '../../posting/check.ts'

/** Moves focus to a field once it is on the page, opening the section that holds it. */
export function focusField(field: FieldName) {
  requestAnimationFrame(() => {
    const target = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
    target?.closest('details')?.setAttribute('open', '')
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  })
}
