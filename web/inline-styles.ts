import type { Plugin } from 'vite'

/** Puts the entry's styles into its page: the first picture of the app does not wait for another file. */
export function inlineStyles(page: string): Plugin {
  return {
    name: 'inline-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        if (!filename.endsWith(page)) return html
        return html.replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (link, file: string) => {
          const sheet = bundle?.[file]
          return sheet?.type === 'asset' ? `<style>${sheet.source}</style>` : link
        })
      },
    },
  }
}
