import { describe, expect, test } from 'vitest'
import { networkOf } from '../../../api/http/request.ts'

describe('networkOf', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['2001:db8::1:2:3:4', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['unknown', 'unknown'],
    ['', ''],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('counts all addresses of one IPv6 network as one', () => {
    const addresses = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::', '2001:0db8:1:2:a:b:c:d']
    expect(new Set(addresses.map(networkOf)).size).toBe(1)
  })
})
