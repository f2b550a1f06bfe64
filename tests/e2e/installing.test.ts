import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { CHROMIUM, freshDevice } from './device.ts'
import { openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'

const say = wordsOf('en')

test('a browser offers to install the app, which then opens by itself and leads to both forms', async () => {
  // No private window: browsers install nothing from one.
  const profile = await mkdtemp(join(tmpdir(), 'homeward-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...CHROMIUM,
    ...freshDevice('en'),
    serviceWorkers: 'allow',
  })
  try {
    const page = await context.newPage()
    await page.goto(inject('baseUrl'))
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    const devtools = await context.newCDPSession(page)
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])
    const { data, errors } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const manifest = JSON.parse(data!)
    expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' })
    for (const { url } of manifest.shortcuts) {
      await page.goto(`${inject('baseUrl')}${url}`)
      await openWizard(page, say).at(url === '/post/lost' ? 'photo' : 'kind')
    }
    for (const { src, sizes, type } of manifest.icons) {
      const size = await page.evaluate(
        async (address: string) => {
          const image = new Image()
          image.src = address
          await image.decode()
          return image.naturalWidth
        },
        `${inject('baseUrl')}${src}`,
      )
      expect(size, `${src} ${type}`).toBeGreaterThan(0)
      if (sizes !== 'any') expect(`${size}x${size}`).toBe(sizes)
    }
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
})
