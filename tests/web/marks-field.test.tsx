import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Species } from '../../api/domain/vocabulary.ts'
import { loadMessages, t } from '../../web/i18n/index.ts'
import { MarksField } from '../../web/pages/post/fields/MarksField.tsx'
import { suggestionsFrom } from '../../web/pages/post/Understood.tsx'
import { emptyForm } from '../../web/posting/form.ts'
import { setLanguage } from '../../web/state/device.ts'
import { byText, click, show } from './render.tsx'

beforeEach(async () => {
  setLanguage('ru')
  await loadMessages('traits', 'posting')
})

async function showEditor(species: Species, lost = true) {
  const onChange = vi.fn()
  const root = await show(<MarksField species={species} lost={lost} value={[]} onChange={onChange} />)
  await click(byText(root, 'Добавить примету'))
  const options = [...root.querySelector('select')!.options].map(({ text }) => text)
  return { root, onChange, options }
}

describe('the marks of a form', () => {
  it('offer the limbs that the animal has', async () => {
    const { options } = await showEditor('horse')
    expect(options.filter((word) => /лапа|нога/.test(word))).toEqual(['передняя нога', 'задняя нога'])
  })

  it('begin with a part that is offered', async () => {
    const { root, onChange, options } = await showEditor('bird')
    expect(root.querySelector('select')!.selectedOptions[0]?.text).toBe(options[0])
    await click(byText(root, 'Добавить примету'))
    expect(onChange).toHaveBeenCalledWith([expect.objectContaining({ part: 'head' })])
  })

  it('say what hiding one is for, to the owner and to a finder', async () => {
    expect((await showEditor('dog')).root.textContent).toContain(t('marks.sealed.lost'))
    expect((await showEditor('dog', false)).root.textContent).toContain(t('marks.sealed.found'))
  })

  it('are not suggested anew by another code of the same word', () => {
    const found = { breeds: [], isMix: false, colours: [], spans: [] }
    const limp = { part: 'front_paw', type: 'limp', visibility: 'public' } as const
    const form = { ...emptyForm('lost'), species: 'dog' as const }
    const suggest = (marks: (typeof form)['marks']) =>
      suggestionsFrom({ ...found, marks: [{ ...limp, part: 'front_leg' }] }, { ...form, marks })
    expect(suggest([])).toHaveLength(1)
    expect(suggest([limp])).toEqual([])
  })
})
