import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadMessages } from '../../web/i18n/index.ts'
import { EditPhotos } from '../../web/pages/manage/EditPhotos.tsx'
import { setLanguage } from '../../web/state/device.ts'
import type { Photo, ReportFeature } from '../../web/wire.ts'
import { makeFeature, problem } from './fixtures.ts'
import { byText, click, settle, show } from './render.tsx'

const photoOf = (id: string): Photo => ({
  id,
  width: 4,
  height: 3,
  thumbHash: '',
  urls: { thumb: `/${id}/thumb.webp`, card: `/${id}/card.webp`, full: `/${id}/full.webp` },
})

/** One upload, which the test answers. */
class Upload {
  static all: Upload[] = []
  status = 0
  response: unknown
  upload: { onprogress?: (event: object) => void } = {}
  onload?: () => void
  onerror?: () => void
  name = ''
  open() {}
  setRequestHeader() {}
  getResponseHeader = () => null
  send(form: FormData) {
    this.name = (form.get('photo') as File).name
    Upload.all.push(this)
  }
}

let report: ReportFeature
let deleted: string[]
let answer: () => Response

/** The report as its page holds it, which each change replaces. */
async function open(...photos: Photo[]) {
  report = makeFeature({ id: 'r', mine: true, photos })
  const root = await show(<div />)
  const draw = async () => {
    const { render } = await import('preact')
    await act(async () => {
      render(<EditPhotos report={report} token="key" onChange={take} />, root)
    })
    await settle()
  }
  const take = (next: ReportFeature) => {
    report = next
    void draw()
  }
  await draw()
  return root
}

const heic = (name: string) => new File(['x'], name, { type: 'image/heic' })

async function choose(root: HTMLElement, ...files: File[]) {
  const input = root.querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })))
  await settle()
}

async function end(n: number, how: (upload: Upload) => void) {
  await act(async () => how(Upload.all[n]!))
  await settle()
}
const accept = (id: string) => (upload: Upload) => {
  upload.status = 201
  upload.response = { photo: photoOf(id) }
  upload.onload!()
}
const refuse = (status: number) => (upload: Upload) => {
  upload.status = status
  upload.response = { type: 'about:blank', title: 'No', status }
  upload.onload!()
}

const shown = () => report.properties.photos.map(({ id }) => id)

beforeEach(async () => {
  Upload.all = []
  deleted = []
  answer = () => new Response(null, { status: 204 })
  vi.stubGlobal('XMLHttpRequest', Upload)
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('no decoder')))
  vi.stubGlobal('fetch', async (path: string) => {
    deleted.push(path)
    return answer()
  })
  setLanguage('en')
  await loadMessages('manage', 'posting', 'report')
})
afterEach(() => void vi.unstubAllGlobals())

describe('photos added to a published report', () => {
  it('go one after another, with a bar that tells how far each is', async () => {
    const root = await open(photoOf('a'))
    await choose(root, heic('one.heic'), heic('two.heic'))
    expect(Upload.all).toHaveLength(1)
    expect(root.querySelector('[role=status]')?.textContent).toBe('Sending photo 1 of 2')
    await end(0, ({ upload }) => upload.onprogress!({ lengthComputable: true, loaded: 1, total: 4 }))
    expect(root.querySelector('progress')?.value).toBe(0.25)
    await end(0, accept('b'))
    expect(shown()).toEqual(['a', 'b'])
    expect(root.querySelector('[role=status]')?.textContent).toBe('Sending photo 2 of 2')
    await end(1, accept('c'))
    expect(shown()).toEqual(['a', 'b', 'c'])
    expect(root.querySelector('progress')).toBeNull()
  })

  it('that were not sent are not lost: they go with the next try, and with what is added meanwhile', async () => {
    const root = await open()
    await choose(root, heic('one.heic'), heic('two.heic'))
    await end(0, (upload) => upload.onerror!())
    expect(root.textContent).toContain('cannot be reached')
    await click(byText(root, 'Try again'))
    expect(document.activeElement?.textContent).toBe('Photos')
    await choose(root, heic('three.heic'))
    await end(1, accept('a'))
    await end(2, accept('b'))
    await end(3, accept('c'))
    expect(shown()).toEqual(['a', 'b', 'c'])
    expect(root.querySelector('.note')).toBeNull()
  })

  it('that will never go are named, and hold up no other', async () => {
    const root = await open()
    await choose(
      root,
      new File(['x'], 'list.txt', { type: 'text/plain' }),
      heic('bad.heic'),
      heic('good.heic'),
    )
    await end(0, refuse(422))
    await end(1, accept('a'))
    expect(shown()).toEqual(['a'])
    const wrongs = [...root.querySelectorAll('.wrong')].map(({ textContent }) => textContent)
    expect(wrongs[0]).toContain('list.txt is not a photo')
    expect(wrongs[1]).toContain('bad.heic: ')
    expect(wrongs).toHaveLength(2)
  })
})

describe('a photo of a published report', () => {
  it('is deleted on a second word only, and the focus never falls to the page', async () => {
    const root = await open(photoOf('a'), photoOf('b'))
    await click(byText(root, 'Delete photo 2'))
    expect(deleted).toEqual([])
    expect(document.activeElement?.textContent).toContain('Delete photo 2 for good?')
    await click(byText(root, 'Cancel'))
    expect(document.activeElement?.textContent).toBe('Photos')
    expect(deleted).toEqual([])
    await click(byText(root, 'Delete photo 2'))
    await click(byText(root, 'Yes, delete for good'))
    expect(deleted).toEqual(['/api/reports/r/photos/b'])
    expect(shown()).toEqual(['a'])
    expect(document.activeElement?.textContent).toBe('Photos')
  })

  it('stays when the server did not delete it, and the question with it', async () => {
    answer = () => problem(503)
    const root = await open(photoOf('a'))
    await click(byText(root, 'Delete photo 1'))
    const yes = byText(root, 'Yes, delete for good')
    yes.focus()
    await click(yes)
    expect(shown()).toEqual(['a'])
    expect(root.querySelectorAll('.note')).toHaveLength(2)
    expect(document.activeElement).toBe(yes)
  })
})
