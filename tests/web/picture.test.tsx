import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Picture } from '../../web/components/Picture.tsx'
import { loadMessages } from '../../web/i18n/index.ts'
import { setLanguage } from '../../web/state/device.ts'
import type { Photo } from '../../web/wire.ts'
import { makeFeature } from './fixtures.ts'
import { pretendLoaded, settle, show } from './render.tsx'

const photo: Photo = {
  id: 'p',
  width: 800,
  height: 600,
  thumbHash: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A',
  urls: { thumb: '/photos/p/thumb.webp', card: '/photos/p/card.webp', full: '/photos/p/full.webp' },
}

beforeEach(async () => {
  setLanguage('en')
  await loadMessages('traits')
})

afterEach(() => vi.restoreAllMocks())

async function showUnreachable() {
  pretendLoaded(true)
  const root = await show(<Picture report={makeFeature({ name: 'Rex', photos: [photo] })} />)
  await act(async () => {
    root.querySelector('img')!.dispatchEvent(new Event('error'))
  })
  await settle()
  return root
}

describe('a photo that does not come', () => {
  it('leaves its colours under its name, not the browser’s sign of a torn picture', async () => {
    const root = await showUnreachable()
    expect(root.querySelector('img')).toBeNull()
    const ground = root.querySelector<HTMLElement>('[role=img]')!
    expect(ground.getAttribute('aria-label')).toContain('Rex')
    expect(ground.style.backgroundImage).toContain('data:image/png')
  })

  it('is noticed too where it failed before the app moved into the drawn page', async () => {
    vi.spyOn(HTMLImageElement.prototype, 'complete', 'get').mockReturnValue(true)
    pretendLoaded(false)
    const root = await show(<Picture report={makeFeature({ name: 'Rex', photos: [photo] })} />)
    await settle()
    expect(root.querySelector('img')).toBeNull()
    expect(root.querySelector<HTMLElement>('[role=img]')!.style.backgroundImage).toContain('data:image/png')
  })

  it('is asked for again when the network is back', async () => {
    const root = await showUnreachable()
    await act(async () => {
      dispatchEvent(new Event('online'))
    })
    expect(root.querySelector('img')?.getAttribute('src')).toBe('/photos/p/card.webp')
  })
})
