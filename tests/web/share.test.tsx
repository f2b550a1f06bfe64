import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ShareButton } from '../../web/components/ShareButton.tsx'
import { loadMessages } from '../../web/i18n/index.ts'
import { setLanguage } from '../../web/state/device.ts'
import { byText, click, show } from './render.tsx'

const url = new URL('/reports/1', location.origin).href

beforeEach(async () => {
  setLanguage('en')
  await loadMessages('report')
})
afterEach(() => vi.unstubAllGlobals())

/** A device with these ways to pass a link on. */
async function shareOn(gifts: Partial<Navigator>) {
  vi.stubGlobal('navigator', { ...gifts })
  const root = await show(<ShareButton title="Lost: Rex" path="/reports/1" />)
  await click(byText(root, 'Share'))
  return root.querySelector('[role=status]')?.textContent
}

describe('sharing a report', () => {
  it('opens the device’s own share sheet with title and address', async () => {
    const share = vi.fn(async () => {})
    expect(await shareOn({ share })).toBe('')
    expect(share).toHaveBeenCalledWith({ title: 'Lost: Rex', url })
  })

  it('says nothing when the person closes the sheet again', async () => {
    const share = async () => {
      throw new DOMException('closed', 'AbortError')
    }
    expect(await shareOn({ share })).toBe('')
  })

  it('shows the address when the sheet fails', async () => {
    const share = async () => {
      throw new DOMException('no', 'NotAllowedError')
    }
    expect(await shareOn({ share })).toContain(url)
  })

  it('copies the address where there is no sheet, and says so', async () => {
    const writeText = vi.fn(async () => {})
    const clipboard = { writeText } as Partial<Clipboard> as Clipboard
    expect(await shareOn({ clipboard })).toBe('The link is copied')
    expect(writeText).toHaveBeenCalledWith(url)
  })
})
