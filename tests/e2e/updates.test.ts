import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { eventually, useBrowser } from './browser.ts'
import { openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'

const visit = useBrowser()
const say = wordsOf('en')

/** What a later build has in its shell, for nobody to see. */
const MARK = '<meta name="build" content="later">'

/** The same service, as it is after a later build took its place once `deployed`: another shell, and files that are gone. */
const front = createServer(async (asked, answer) => {
  const { pathname } = new URL(asked.url!, 'http://front')
  if (deployed && gone?.test(pathname)) return void answer.writeHead(404).end()
  if (asked.headers.accept?.startsWith('text/html')) gone = undefined
  if (deployed && workerIsNewer && pathname === '/sw.js')
    return alter(answer, pathname, (worker) =>
      worker.replace(/(url:"index\.html",revision:")[^"]+/, '$1later'),
    )
  if (deployed && ['/', '/index.html', '/about'].includes(pathname))
    return alter(answer, pathname, (html) => html.replace('<head>', `<head>${MARK}`))
  pass(asked, answer)
})
let deployed: boolean
/** False as long as the browser hears nothing of the later build's worker, as between two of its looks for one. */
let workerIsNewer: boolean
/** Files of the older build that the later one has no more, until somebody loads a page of the later one. */
let gone: RegExp | undefined

async function alter(answer: ServerResponse, path: string, change: (text: string) => string) {
  const response = await fetch(`${inject('baseUrl')}${path}`)
  answer.setHeader('Content-Type', response.headers.get('content-type')!)
  answer.end(change(await response.text()))
}

function pass(asked: IncomingMessage, answer: ServerResponse) {
  const { hostname, port } = new URL(inject('baseUrl'))
  const options = { hostname, port, path: asked.url, method: asked.method, headers: asked.headers }
  asked.pipe(
    request(options, (response) => {
      answer.writeHead(response.statusCode!, response.headers)
      response.pipe(answer)
    }),
  )
}

beforeAll(() => new Promise<void>((done) => front.listen(0, '127.0.0.1', done)))
afterAll(() => {
  front.close()
  front.closeAllConnections()
})
beforeEach(() => {
  deployed = false
  workerIsNewer = true
  gone = undefined
})

const isLater = (page: Page) => page.locator('meta[name=build]').count()

async function visitFront(serviceWorkers: 'allow' | 'block', expected: RegExp[] = []) {
  const baseURL = `http://localhost:${(front.address() as AddressInfo).port}`
  return visit({ language: 'en', context: { baseURL, serviceWorkers }, expected })
}

/** Somebody who has the app from an earlier visit, and opens it again. */
async function returnTo(path: string, expected: RegExp[] = []): Promise<Page> {
  const { page } = await visitFront('allow', expected)
  await page.goto(path)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.reload()
  await eventually(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
  return page
}

/** Another version comes out, and the browser hears of it as somebody opens the page again. */
async function deployBehind(page: Page) {
  deployed = true
  await page.reload()
  await page.getByText(say('app.update')).waitFor()
  expect(await isLater(page)).toBe(0)
}

test('a newer version waits for a word while somebody writes, and keeps what they wrote', async () => {
  const page = await returnTo('/post/lost?step=pet')
  await deployBehind(page)
  await openWizard(page, say).at('pet')
  await page.getByLabel(say('pet.name')).fill('Комета')
  await page.getByRole('button', { name: say('app.update.now') }).click()
  await eventually(() => isLater(page)).toBe(1)
  expect(await page.getByLabel(say('pet.name')).inputValue()).toBe('Комета')
  expect(await page.getByText(say('app.update')).count()).toBe(0)
})

test('a newer version takes over by itself on the way to another page; another tab stays as it is', async () => {
  const page = await returnTo('/')
  const tab = await page.context().newPage()
  await tab.goto('/post/lost?step=pet')
  await openWizard(tab, say).at('pet')
  await tab.getByLabel(say('pet.name')).fill('Комета')
  await deployBehind(page)
  await tab.getByText(say('app.update')).waitFor()

  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: say('nav.about') })
    .click()
  await page.getByRole('heading', { level: 1, name: say('about.title') }).waitFor()
  await eventually(() => isLater(page)).toBe(1)
  expect(await page.getByText(say('app.update')).count()).toBe(0)
  expect(await tab.getByLabel(say('pet.name')).inputValue()).toBe('Комета')
  expect(await isLater(tab)).toBe(0)

  await tab
    .getByRole('banner')
    .getByRole('link', { name: say('nav.mine') })
    .click()
  await tab.getByRole('heading', { name: say('mine.drafts') }).waitFor()
  expect(await isLater(tab)).toBe(1)
})

test('a page whose code is gone with the older version opens in the newer one', async () => {
  const { page } = await visitFront('block', [/status of 404/])
  await page.goto('/')
  await page.getByRole('link', { name: say('home.lost') }).waitFor()
  deployed = true
  gone = /^\/assets\/(app|AboutPage)-/
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: say('nav.about') })
    .click()
  await eventually(() => isLater(page)).toBe(1)
  await page.getByRole('heading', { level: 1, name: say('about.title') }).waitFor()
})

test('a page that its older worker still answers leaves it when code is gone', async () => {
  const page = await returnTo('/', [/status of 404/])
  deployed = true
  workerIsNewer = false
  gone = /^\/assets\/(app|MapPanel|useMapView)-/
  await page.getByRole('button', { name: say('home.showMap') }).click()
  await page.getByRole('button', { name: say('app.update.now') }).click()
  await eventually(() => isLater(page)).toBe(1)
  expect(await page.getByText(say('app.update')).count()).toBe(0)
  await eventually(() =>
    page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.active),
  ).toBe(true)
})
