import { afterEach, expect, it, vi } from 'vitest'
import { navigate } from '../../web/state/location.ts'

afterEach(() => vi.unstubAllGlobals())

it('begins another page at its top, and leaves the scroll alone where only the search changes', () => {
  const scrolled = vi.fn()
  vi.stubGlobal('scrollTo', scrolled)
  navigate('/post/lost')
  scrolled.mockClear()
  navigate('/post/lost?step=pet')
  expect(scrolled).not.toHaveBeenCalled()
  navigate('/reports/a/manage?posted=0', { replace: true })
  expect(scrolled).toHaveBeenCalledWith(0, 0)
})
