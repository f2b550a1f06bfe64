import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

/**
 * `npm run build:fonts` cuts the app's letters to those that nearly every page needs, for the first load; the whole
 * files follow on pages with others (styles/fonts.css names both).
 */
const FAMILIES = {
  'golos-text': { min: 400, max: 600 },
  // Headings have one weight.
  podkova: 700,
}

/** The weights and the letters are the same as in styles/fonts.css. */
const LETTERS = {
  latin: `${range(0x20, 0x7e)}\u00a0«°·»×÷–—‘’“”„•…−`,
  cyrillic: `${range(0x410, 0x44f)}Ёё№`,
}

const resolve = createRequire(import.meta.url).resolve

for (const [family, wght] of Object.entries(FAMILIES)) {
  for (const [script, letters] of Object.entries(LETTERS)) {
    const file = resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-normal.woff2`)
    const cut = await subsetFont(readFileSync(file), letters, {
      targetFormat: 'woff2',
      variationAxes: { wght },
    })
    writeFileSync(fileURLToPath(new URL(`${family}-${script}.woff2`, import.meta.url)), cut)
  }
}

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at))
}
