/** The page of this app that a click opens in this tab, unless somebody else saw to the click already. */
export function openedLink(event: MouseEvent): URL | undefined {
  const { defaultPrevented, button, ctrlKey, metaKey, altKey, shiftKey } = event
  if (defaultPrevented || button !== 0 || ctrlKey || metaKey || altKey || shiftKey) return
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
  if (!link?.href || link.origin !== location.origin || link.download) return
  return link.target === '' || link.target === '_self' ? new URL(link.href) : undefined
}
