import { describe, expect, test } from 'vitest'
import { ConfigError, readSettings } from '../../api/config.ts'

describe('settings', () => {
  test('open the map where MAP_VIEW says, and in Moscow without it', () => {
    expect(readSettings({ MAP_VIEW: '60.6, 56.84,11' }).mapView).toEqual({ lng: 60.6, lat: 56.84, zoom: 11 })
    expect(readSettings({}).mapView).toEqual({ lng: 37.6176, lat: 55.7558, zoom: 10 })
  })

  test.each(['Moscow', '37.6,55.7', '55.7,97,10', '37.6,55.7,40', '37.6,,10', '1,2,3,4'])(
    'refuse MAP_VIEW=%s with a line that names it',
    (value) => {
      expect(() => readSettings({ MAP_VIEW: value })).toThrow(ConfigError)
      expect(() => readSettings({ MAP_VIEW: value })).toThrow(/^MAP_VIEW/)
    },
  )

  test('draw pages by the clocks of TIME_ZONE, and by Moscow’s without it', () => {
    expect(readSettings({ TIME_ZONE: 'Asia/Yekaterinburg' }).timeZone).toBe('Asia/Yekaterinburg')
    expect(readSettings({}).timeZone).toBe('Europe/Moscow')
    expect(() => readSettings({ TIME_ZONE: 'Mars/Olympus' })).toThrow(/^TIME_ZONE/)
  })
})
