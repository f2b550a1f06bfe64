import { describe, expect, inject, test } from 'vitest'
import { LANGUAGES } from '../../api/domain/vocabulary.ts'
import { eventually, useBrowser } from './browser.ts'
import { jpeg } from './wizard.ts'
import { wordsOf } from './words.ts'
import { eastOf, hoursAgo, mailTo, post, readReport, spotsOnRow, takePhoto, writeToAuthor } from './world.ts'

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
    return { lost: { ...lost, spot: location }, found }
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
    await page.getByRole('link', { name: say('news.messages', { n: 1 }), exact: true }).click()
    const messages = page.getByRole('region', { name: say('manage.messages') })
    expect(await messages.evaluate((section) => section === document.activeElement)).toBe(true)
    await messages.getByText('I saw him by the pond').waitFor()
    expect(await page.content()).not.toContain(writer)
    await messages.getByLabel(say('inbox.answer')).fill('Спасибо, бегу! On my way!')
    await messages.getByRole('button', { name: say('inbox.send') }).click()
    await messages.getByRole('listitem').filter({ hasText: 'On my way!' }).waitFor()
    const mail = await mailTo(writer, 'On my way!')
    expect(mail).not.toContain(`after-${language}@example.org`)
  })

  test('sets out to a sighting, helpers see it and set out too, and one that is not theirs is judged there', async () => {
    const { lost } = await postLost()
    const aboutLost = { kind: 'sighting', aboutReportId: lost.id } as const
    const seen = { ...aboutLost, location: eastOf(lost.spot, 300) }
    await post({ ...seen, occurredAt: hoursAgo(1), description: 'У пруда. By the pond.' })
    await post({ ...seen, occurredAt: hoursAgo(5), description: 'У рынка. By the market.' })
    const owner = await visit({ language })
    await owner.page.goto(`/reports/${lost.id}/manage#${lost.token}`)
    const sightings = owner.page.getByRole('region', { name: say('manage.sightings') })
    const byPond = sightings.getByRole('listitem').filter({ hasText: 'By the pond' })
    const byMarket = sightings.getByRole('listitem').filter({ hasText: 'By the market' })
    await owner.page.getByRole('checkbox', { name: say('sightings.asOwner') }).check()
    await byPond.getByRole('button', { name: say('way.setOut') }).click()
    await byPond.getByText(say('way.going')).waitFor()

    const helper = await visit({ language })
    await helper.page.goto(`/reports/${lost.id}`)
    const place = helper.page.getByRole('region', { name: say('sightings.title') })
    const there = place.getByRole('listitem').filter({ hasText: 'By the pond' })
    await there.getByText(say('way.owner', { when: '' }).trim()).waitFor()
    expect(await place.getByText(say('way.owner', { when: '' }).trim()).count()).toBe(1)
    await there.getByRole('button', { name: say('way.setOut') }).click()
    await there.getByText(say('way.too.owner')).waitFor()

    await owner.page.reload()
    await byPond.getByText(say('way.too.one')).waitFor()
    await byPond.getByRole('button', { name: say('way.turnBack') }).click()
    await byPond.getByText(say('way.one', { when: '' }).trim()).waitFor()

    const matches = owner.page.getByRole('region', { name: say('manage.matches') })
    await matches.getByRole('button', { name: say('judge.same') }).waitFor()
    expect(await matches.getByText('By the market').count()).toBe(0)
    await byMarket.getByRole('button', { name: say('sightings.different') }).click()
    await byMarket.getByText(say('animal.did.different')).waitFor()
    await owner.page.reload()
    await sightings.getByText(say('sightings.notMine', { n: 1 })).click()
    await byMarket.getByRole('button', { name: say('animal.undo') }).click()
    await byMarket.getByRole('button', { name: say('way.setOut') }).waitFor()
    expect(await sightings.getByText(say('sightings.notMine', { n: 1 })).count()).toBe(0)
  })

  test('marks the pet as home, is glad of it, and deletes the report for good', async () => {
    const { lost } = await postLost()
    const { page } = await visit({ language })
    await page.goto(`/reports/${lost.id}/manage#${lost.token}`)
    await page.getByRole('button', { name: say('resolution.found_by_owner') }).click()
    await page.getByRole('button', { name: say('close.yes') }).click()
    const home = page.getByRole('heading', { level: 1, name: say('happy.name', { name: 'Буран' }) })
    await home.waitFor()
    expect(await home.evaluate((heading) => heading === document.activeElement)).toBe(true)
    expect((await readReport(lost.id)).properties.status).toBe('reunited')

    await page.getByRole('button', { name: say('delete.ask') }).click()
    await page.getByRole('button', { name: say('delete.do') }).click()
    await page.getByText(say('delete.done')).waitFor()
    const gone = await fetch(`${inject('baseUrl')}/api/reports/${lost.id}`)
    expect(gone.status).toBe(404)
  })

  test('adds photos afterwards, and deletes one of them on a second word', async () => {
    const { lost } = await postLost()
    const photosNow = async () => (await readReport(lost.id)).properties.photos.length
    const { page } = await visit({ language })
    await page.goto(`/reports/${lost.id}/manage#${lost.token}`)
    await page.getByText(say('edit.open'), { exact: true }).click()
    const photos = page.getByRole('group', { name: say('edit.photos') })
    const look = { species: 'dog', colours: ['black', 'white'] } as const
    await photos
      .getByLabel(say('edit.photo.add'))
      .setInputFiles([
        jpeg(await takePhoto(look, `after 1 ${language}`)),
        jpeg(await takePhoto(look, `after 2 ${language}`)),
      ])
    await photos.getByRole('button', { name: say('edit.photo.remove', { n: 2 }) }).click()
    expect(await photosNow()).toBe(2)
    await photos.getByRole('button', { name: say('action.cancel') }).click()
    expect(await photosNow()).toBe(2)
    await photos.getByRole('button', { name: say('edit.photo.remove', { n: 1 }) }).click()
    await photos.getByText(say('edit.photo.sure', { n: 1 })).waitFor()
    await photos.getByRole('button', { name: say('delete.do') }).click()
    await eventually(photosNow).toBe(1)
    expect(await photos.getByRole('img').count()).toBe(1)
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
