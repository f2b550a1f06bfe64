import { describe, expect, it } from 'vitest'
import { discColour, drawPet, type PetLook } from '../../../api/domain/drawing/index.ts'
import { lookOf } from '../../../api/domain/drawing/look-of.ts'
import { AGES, COATS, COLOURS, PATTERNS, SIZES, SPECIES } from '../../../api/domain/vocabulary.ts'
import { idsOf, readXml } from './xml.ts'

const samples: PetLook[] = SPECIES.flatMap((species) =>
  PATTERNS.flatMap((pattern, p) =>
    COLOURS.map((colour, c) => ({
      species,
      pattern,
      colours: c % 2 ? [colour] : [colour, COLOURS[(c + p + 1) % 8]!, 'white' as const],
      coat: COATS[(p + c) % COATS.length],
      age: AGES[c % AGES.length],
      size: SIZES[(p + c) % SIZES.length],
      seed: p * 8 + c,
    })),
  ),
)

describe('drawPet', () => {
  it('draws well-formed pictures without broken numbers for every species, pattern and colour', () => {
    for (const look of samples) {
      const svg = drawPet(look)
      expect(readXml(svg).root, JSON.stringify(look)).toBe('svg')
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/)
    }
  })

  it('uses only elements that page and rasteriser both know', () => {
    const used = new Set(samples.flatMap((look) => readXml(drawPet(look)).elements))
    expect([...used].sort()).toEqual(
      ['circle', 'clipPath', 'ellipse', 'g', 'path', 'rect', 'svg'].filter((e) => used.has(e)),
    )
  })

  it('is decorative for assistive technology', () => {
    expect(drawPet({ species: 'cat' })).toMatch(/^<svg [^>]*aria-hidden="true"/)
  })

  it('draws the same animal the same way, whatever order its colours come in', () => {
    const look: PetLook = { species: 'cat', pattern: 'calico', colours: ['white', 'black', 'red'], seed: 'a' }
    expect(drawPet(look)).toBe(drawPet({ ...look }))
    const shapes = (svg: string) => svg.replaceAll(/p[0-9a-z]+-/g, '')
    expect(shapes(drawPet({ ...look, colours: ['red', 'white', 'black'] }))).toBe(shapes(drawPet(look)))
  })

  it('gives ids that are unique in a drawing and differ between drawings on one page', () => {
    const all = samples.slice(0, 200).map((look) => idsOf(drawPet(look)))
    for (const ids of all) expect(new Set(ids).size).toBe(ids.length)
    const flat = all.flat()
    expect(new Set(flat).size).toBe(flat.length)
    const look: PetLook = { species: 'dog', pattern: 'tabby' }
    const twice = [...idsOf(drawPet(look, { instance: 1 })), ...idsOf(drawPet(look, { instance: 2 }))]
    expect(new Set(twice).size).toBe(twice.length)
  })

  it('refers to no id that it does not define', () => {
    for (const look of samples.slice(0, 300)) {
      const svg = drawPet(look)
      const ids = new Set(idsOf(svg))
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
    }
  })

  it.each(['dog', 'cat'] as const)(
    'shows each pattern, coat, age and colour of a %s differently',
    (species) => {
      const colours = ['black', 'red', 'white'] as const
      const distinct = (looks: PetLook[]) =>
        new Set(looks.map((look) => drawPet(look).replaceAll(/p[0-9a-z]+-/g, ''))).size
      expect(distinct(PATTERNS.map((pattern) => ({ species, colours, pattern })))).toBe(PATTERNS.length)
      expect(distinct(COATS.map((coat) => ({ species, colours, coat })))).toBe(COATS.length)
      expect(distinct(AGES.map((age) => ({ species, age })))).toBeGreaterThanOrEqual(3)
      expect(distinct(COLOURS.map((colour) => ({ species, colours: [colour] })))).toBe(COLOURS.length)
    },
  )

  it.each(SPECIES)('draws each colour of a %s differently', (species) => {
    expect(new Set(COLOURS.map((colour) => drawPet({ species, colours: [colour] }))).size).toBe(
      COLOURS.length,
    )
  })

  it('varies ears, muzzle and tail of dogs by seed', () => {
    const shapes = Array.from({ length: 24 }, (_, seed) =>
      drawPet({ species: 'dog', seed }).replaceAll(/p[0-9a-z]+-/g, ''),
    )
    expect(new Set(shapes).size).toBeGreaterThan(12)
  })

  it('shows public marks and the collar, and never a sealed mark', () => {
    const plain = drawPet({ species: 'dog' })
    const shapes = (look: Partial<PetLook>) =>
      drawPet({ species: 'dog', ...look }).replaceAll(/p[0-9a-z]+-/g, '')
    const mark = { part: 'front_paw', side: 'left', type: 'white_patch' } as const
    expect(shapes({ marks: [{ ...mark, visibility: 'public' }] })).not.toBe(shapes({}))
    expect(shapes({ marks: [{ ...mark, visibility: 'sealed' }] })).toBe(shapes({}))
    expect(shapes({ marks: [{ ...mark, side: 'right' }] })).not.toBe(shapes({ marks: [mark] }))
    expect(drawPet({ species: 'dog', collar: 'красный ошейник' })).toContain('#c93f3a')
    expect(drawPet({ species: 'dog', collar: 'blue with a bell' })).toContain('#3e63a8')
    expect(shapes({ collar: 'без ошейника' })).toBe(plain.replaceAll(/p[0-9a-z]+-/g, ''))
  })

  it('lets no words of a look into the markup', () => {
    const evil = '"/><script>alert(1)</script><x y="'
    const hostile = {
      species: 'cat',
      colours: [evil],
      pattern: evil,
      coat: evil,
      size: evil,
      age: evil,
      collar: evil,
      seed: evil,
      marks: [
        { part: evil, side: evil, type: evil },
        { part: 'ear', type: evil },
      ],
    } as unknown as PetLook
    for (const look of [hostile, { ...hostile, species: evil } as unknown as PetLook]) {
      const svg = drawPet(look, { instance: evil })
      expect(svg).not.toMatch(/script|alert/)
      expect(readXml(svg).root).toBe('svg')
    }
  })

  it('carries its ground far beyond its own square, for a box of another shape', () => {
    const svg = drawPet({ species: 'dog' }, { background: 'field' })
    const [left, , width] = /viewBox="([^"]*)"/.exec(svg)![1]!.split(' ').map(Number)
    expect(svg).toContain(
      `<rect x="-900" y="-900" width="2000" height="2000" fill="${discColour({ species: 'dog' })}"/>`,
    )
    expect(left! * 2 + width!).toBe(200)
  })

  it('offers the ground colour apart for callers that draw the ground themselves', () => {
    expect(discColour({ species: 'dog' })).toMatch(/^#[0-9a-f]{6}$/)
    expect(drawPet({ species: 'dog' }, { background: 'none' })).not.toContain(discColour({ species: 'dog' }))
  })
})

describe('lookOf', () => {
  it('draws an animal that died with its eyes shut, and another of the same look with them open', () => {
    const pet = { id: 'a', species: 'cat', kind: 'lost' } as const
    // Ids tell looks apart that are drawn alike.
    const draw = (look: PetLook) => drawPet(look).replace(/p\w+(?=-\d)/g, 'id')
    const blind = { part: 'eye', side: 'both', type: 'blind' } as const
    expect(draw(lookOf({ ...pet, kind: 'found_deceased' }))).toBe(
      draw({ species: 'cat', seed: 'a', marks: [blind] }),
    )
    expect(draw(lookOf(pet))).toBe(draw({ species: 'cat', seed: 'a' }))
  })
})
