import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** The JavaScript that a page needs before anything lazy, gzipped; more than `limitKb` fails the build. */
export function firstLoadBudget(entry: string, limitKb: number): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const sizes = new Map<string, number>()
      const visit = (file: string) => {
        const chunk = bundle[file]
        if (chunk?.type !== 'chunk' || sizes.has(file)) return
        sizes.set(file, gzipSync(chunk.code).length)
        chunk.imports.forEach(visit)
      }
      const first = Object.values(bundle).find(
        (chunk) => chunk.type === 'chunk' && chunk.isEntry && chunk.facadeModuleId?.endsWith(entry),
      )
      if (!first) this.error(`No entry ends with ${entry}: the first-load budget measures nothing.`)
      visit(first.fileName)
      const totalKb = [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000
      this.info(`first load: ${totalKb.toFixed(1)} kB of JavaScript, gzipped (at most ${limitKb})`)
      if (totalKb > limitKb) {
        const files = [...sizes].map(([file, size]) => `${file} ${size}`).join('\n')
        this.error(`The first load outgrew its budget of ${limitKb} kB: ${totalKb.toFixed(1)} kB.\n${files}`)
      }
    },
  }
}
