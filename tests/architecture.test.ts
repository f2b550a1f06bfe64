import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** Every source file with the modules it names, type-only imports apart. */
type Source = { file: string; imports: string[]; typeImports: string[] }

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /import\(\s*['"]([^'"]+)['"]/g

const ENTRIES_AND_ADAPTERS =
  /^api\/(node[\w-]*\.ts|worker\.ts|cli\/|photos\/fitting\/|evaluation\/|db\/(embedded|embedded-thread|migrations-folder)\.ts)|-(sharp|disk|files|smtp|onnx)\.ts$/

const sources = globSync('{api,web}/**/*.{ts,tsx}').map(readSource)

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8')
  const named = [...text.matchAll(IMPORT)].map(([, type, name]) => ({
    type: type !== undefined,
    name: name ?? '',
  }))
  const lazy = [...text.matchAll(DYNAMIC)].map(([, name]) => ({ type: false, name: name ?? '' }))
  const resolve = (name: string) =>
    name.startsWith('.') ? normalize(join(dirname(file), name.split('?')[0]!)) : name
  const all = [...named, ...lazy]
  return {
    file,
    imports: all.filter(({ type }) => !type).map(({ name }) => resolve(name)),
    typeImports: all.filter(({ type }) => type).map(({ name }) => resolve(name)),
  }
}

function offenders(
  inside: RegExp,
  forbidden: (name: string, from: string) => boolean,
  types = false,
): string[] {
  return sources
    .filter(({ file }) => inside.test(file))
    .flatMap(({ file, imports, typeImports }) =>
      [...imports, ...(types ? typeImports : [])]
        .filter((name) => forbidden(name, file))
        .map((name) => `${file} imports ${name}`),
    )
}

/** Files that a module reaches by imports that remain at run time. */
function reach(entry: string): Set<string> {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const name of byFile.get(file)?.imports ?? []) visit(name)
  }
  visit(entry)
  return seen
}

test('the sources are found', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.find(({ file }) => file === 'api/app.ts')?.imports).toContain('api/routes.ts')
})

test('the web app takes code from api/domain only, and types from anywhere in api', () => {
  expect(offenders(/^web\//, (name) => name.startsWith('api/') && !name.startsWith('api/domain/'))).toEqual(
    [],
  )
})

test('the web app does without zod', () => {
  expect(offenders(/^web\//, (name) => name === 'zod' || name === '@hono/zod-openapi')).toEqual([])
})

test('in the web app pages stand on the map, the map on components, and all on posting, words and state', () => {
  const storeys = ['state', 'i18n', 'posting', 'components', 'map', 'pages']
  const storey = (file: string) => storeys.indexOf(/^web\/(\w+)\//.exec(file)?.[1] ?? '')
  expect(offenders(/^web\/\w+\//, (name, from) => storey(name) > storey(from), true)).toEqual([])
})

test('what both sides share stands on nothing of either', () => {
  const outside = (name: string) => /^(api\/(?!domain\/)|web\/|node:)/.test(name)
  expect(offenders(/^api\/domain\//, outside, true)).toEqual([])
})

test('queries do not import services or routes, services do not import routes', () => {
  const layer = (name: string) =>
    ['queries.ts', 'service.ts', 'routes.ts'].findIndex((end) => name.endsWith(`/${end}`))
  const upwards = (name: string, from: string) => layer(name) > layer(from)
  expect(offenders(/^api\/.+\/(queries|service)\.ts$/, upwards)).toEqual([])
})

test('a feature reaches into another one through its service only, not its routes or queries', () => {
  const feature = (file: string) => /^api\/([\w-]+)\//.exec(file)?.[1]
  const crossing = (name: string, from: string) =>
    /\/(queries|routes)\.ts$/.test(name) && feature(name) !== undefined && feature(name) !== feature(from)
  expect(offenders(/^api\/[\w-]+\//, crossing)).toEqual([])
})

test('no feature reaches up into what is made of features', () => {
  const above = /^api\/((app|routes|job-handlers|worker|node[\w-]*)\.ts|evaluation\/|cli\/)/
  const upwards = (name: string, from: string) => above.test(name) && !above.test(from)
  expect(offenders(/^api\/[\w-]+\//, upwards, true)).toEqual([])
})

test('only entries and adapters reach Node, sharp and the environment', () => {
  const builtIn = (name: string) => name.startsWith('node:') || name === 'sharp' || name === 'nodemailer'
  expect(offenders(/^api\//, (name, from) => builtIn(name) && !ENTRIES_AND_ADAPTERS.test(from))).toEqual([])
  const readers = sources
    .filter(({ file }) => file.startsWith('api/') && !ENTRIES_AND_ADAPTERS.test(file))
    .filter(({ file }) => readFileSync(file, 'utf8').includes('process.env'))
  expect(readers.map(({ file }) => file)).toEqual([])
})

test('the Workers entry reaches no code that needs Node or sharp', () => {
  const files = reach('api/worker.ts')
  expect(files.has('api/app.ts')).toBe(true)
  const bad = [...files].filter((name) => name.startsWith('node:') || ['sharp', 'nodemailer'].includes(name))
  expect(bad).toEqual([])
})

test('rules take the time from their clock', () => {
  const readers = sources
    .filter(({ file }) => file.startsWith('api/') && !ENTRIES_AND_ADAPTERS.test(file))
    .filter(({ file }) => /Date\.now\(\)|new Date\(\)/.test(readFileSync(file, 'utf8')))
  expect(readers.map(({ file }) => file)).toEqual([])
})

test('the true place of a report is selected in one file', () => {
  const readers = sources
    .filter(({ file }) => file.startsWith('api/'))
    .filter(({ file }) => /(?<!public_)location::/.test(readFileSync(file, 'utf8')))
  expect(readers.map(({ file }) => file)).toEqual(['api/reports/true-place.ts'])
})

test('no module imports itself in a circle', () => {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: string[]) => {
    const at = path.indexOf(file)
    if (at >= 0) circles.push([...path.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const name of byFile.get(file)?.imports ?? []) walk(name, [...path, file])
    done.add(file)
  }
  for (const { file } of sources) walk(file, [])
  expect(circles).toEqual([])
})
