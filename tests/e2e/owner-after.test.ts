import { describe, expect, inject, test } from 'vitest'
import { LANGUAGES } from '../../api/domain/vocabulary.ts'
import { useBrowser } from './browser.ts'
import { wordsOf } from './words.ts'
import { eastOf, hoursAgo, mailTo, post, readReport, spotsOnRow, writeToAuthor } from './world.ts'

const visit = useBrowser()
const nextSpot = spotsOnRow(1)

describe.each(LANGUAGES)('an owner with a report, in %s', (language) => {
  const say = wordsOf(language)

  async function postLost() {
    const location = nextSpot()
    const lost = await post({
      ...{ name: 'Буран', colours: ['black', 'white'], sex: 'male', location, language },
      contact: { email: `after-${language}@example.org` },
    })
    const found = await post({
      ...{ kind: 'found', colours: ['black', 'white'], sex: 'male', occurredAt: hoursAgo(2) },
      location: eastOf(location, 500),
    })
    return { lost, found }
  }

  test('judges a match, takes the verdict back, and judges again', async () => {
    const { lost } = await postLost()
    const { page } = await visit({ language })
    await page.goto(`/reports/${lost.id}/manage#${lost.token}`)
    const matches = page.getByRole('region', { name: say('manage.matches') })
    await matches.getByRole('button', { name: say('judge.different'), exact: true }).click()
    await matches.getByText(say('judge.did.different')).waitFor()
    await matches.getByRole('button', { name: say('judge.undo') }).click()
    await matches.getByRole('button', { name: say('judge.same') }).click()
    await matches.getByText(say('judge.proposal')).waitFor()
    expect(await matches.getByRole('link', { name: say('manage.close') }).count()).toBe(1)
    expect(page.url()).not.toContain(lost.token)

    await page.reload()
    await matches.getByText(say('judge.settled')).waitFor()
  })

  test('reads a message and answers it, and the answer goes to the writer by mail', async () => {
    const { lost } = await postLost()
    const writer = `passer-by-${language}@example.org`
    await writeToAuthor(lost.id, 'Видела его у пруда. I saw him by the pond.', writer)
    const { page } = await visit({ language })
    await page.goto(`/reports/${lost.id}/manage#${lost.token}`)
    const messages = page.getByRole('region', { name: say('manage.messages') })
    await messages.getByText('I saw him by the pond').waitFor()
    expect(await page.content()).not.toContain(writer)
    await messages.getByLabel(say('inbox.answer')).fill('Спасибо, бегу! On my way!')
    await messages.getByRole('button', { name: say('inbox.send') }).click()
    await messages.getByRole('listitem').filter({ hasText: 'On my way!' }).waitFor()
    const mail = await mailTo(writer, 'On my way!')
    expect(mail).not.toContain(`after-${language}@example.org`)
  })

  test('marks the pet as home, is glad of it, and deletes the report for good', async () => {
    const { lost } = await postLost()
    const { page } = await visit({ language })
    await page.goto(`/reports/${lost.id}/manage#${lost.token}`)
    await page.getByRole('button', { name: say('resolution.found_by_owner') }).click()
    await page.getByRole('button', { name: say('close.yes') }).click()
    await page.getByRole('heading', { level: 1, name: say('happy.name', { name: 'Буран' }) }).waitFor()
    expect((await readReport(lost.id)).properties.status).toBe('reunited')

    await page.getByRole('button', { name: say('delete.ask') }).click()
    await page.getByRole('button', { name: say('delete.do') }).click()
    await page.getByText(say('delete.done')).waitFor()
    const gone = await fetch(`${inject('baseUrl')}/api/reports/${lost.id}`)
    expect(gone.status).toBe(404)
  })

  test('follows the plan, and what was done stays ticked', async () => {
    const { lost } = await postLost()
    const { page } = await visit({ language })
    await page.goto(`/reports/${lost.id}/manage#${lost.token}`)
    const now = page.getByRole('region', { name: say('plan.now'), exact: true })
    const first = now.getByRole('checkbox').first()
    await first.check()
    await page.reload()
    await first.waitFor()
    expect(await first.isChecked()).toBe(true)
  })
})
