import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '../../api/domain/vocabulary.ts'
import { SIZES, type SizeName } from './sizes.ts'

const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const USAGE = `npm run screens -- [FOLDER] [--name TEXT] [--width ${Object.keys(SIZES).join(',')}]
  [--theme ${THEMES.join(',')}] [--language ${LANGUAGES.join(',')}] [--data FOLDER] [--sheets]
FOLDER takes the pictures; --name takes stops whose names begin so, several with commas; --data keeps the
demo city for the next run; --sheets puts six pictures on a sheet beside them.`

/** Stands for "all of them" where nothing was chosen; an unknown choice ends the command with its usage. */
function choose<T extends string>(known: readonly T[], asked: string | undefined): T[] {
  if (!asked) return [...known]
  return asked.split(',').map((word) => {
    const choice = known.find((one) => one === word)
    if (!choice) throw new Error(`Unknown: ${word}\n${USAGE}`)
    return choice
  })
}

export type Options = {
  folder: string
  names: string[]
  sizes: SizeName[]
  themes: Theme[]
  languages: Language[]
  data: string | undefined
  sheets: boolean
}

export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      width: { type: 'string' },
      theme: { type: 'string' },
      language: { type: 'string' },
      data: { type: 'string' },
      sheets: { type: 'boolean', default: false },
    },
  })
  return {
    folder: positionals[0] ?? join(tmpdir(), 'homeward-screens'),
    names: values.name?.split(',') ?? [],
    sizes: choose(Object.keys(SIZES) as SizeName[], values.width),
    themes: choose(THEMES, values.theme),
    languages: choose(LANGUAGES, values.language),
    data: values.data,
    sheets: values.sheets,
  }
}
