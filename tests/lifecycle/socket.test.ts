import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { startService, withFolder } from './process.ts'

const post = 'POST /api/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'

/** What a socket can carry and a client library would never send. */
const HOSTILE: Record<string, string> = {
  'a host with spaces': 'GET /api/config HTTP/1.1\r\nHost: a b c\r\n\r\n',
  'a host with a path': 'GET /api/config HTTP/1.1\r\nHost: evil.example/path\r\n\r\n',
  'another whole address': 'GET http://evil.example/api/nothing HTTP/1.1\r\nHost: x\r\n\r\n',
  'a broken whole address': 'GET http://[::1/api/config HTTP/1.1\r\nHost: x\r\n\r\n',
  'a star': 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
  'two slashes': 'GET //evil.example/x HTTP/1.1\r\nHost: x\r\n\r\n',
  'a way up': 'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n',
  'a hidden way up': 'GET /photos/..%2f..%2fsecret/thumb.webp HTTP/1.1\r\nHost: x\r\n\r\n',
  'half an escape': 'GET /api/reports/%ZZ HTTP/1.1\r\nHost: x\r\n\r\n',
  'bytes that are no text': 'GET /api/reports/\u00ff\u00fe HTTP/1.1\r\nHost: x\r\n\r\n',
  'a method of the proxies': 'TRACE /api/reports HTTP/1.1\r\nHost: x\r\n\r\n',
  'a tunnel': 'CONNECT evil:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'two lengths': `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
  'a length and chunks': `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  'chunks that are none': `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  'a negative length': `${post}Content-Length: -1\r\n\r\n{}`,
  'a body of 93 gigabytes': `${post}Content-Length: 99999999999\r\n\r\n{}`,
  'an odd expectation': `${post}Expect: 200-maybe\r\nContent-Length: 2\r\n\r\n{}`,
  'a header without end': `GET /api/config HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
  'the start of TLS': '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001',
}

test('no bytes on its socket bring it down, and what is not HTTP is refused', async () => {
  await withFolder(async (folder) => {
    const service = await startService({ DATA_DIR: folder })
    await service.answers
    const port = Number(new URL(service.baseUrl).port)
    for (const [what, bytes] of Object.entries(HOSTILE)) {
      const answer = await exchange(port, bytes)
      expect(answer, what).toMatch(/^($|HTTP\/1\.1 4\d\d )/)
      expect(answer, what).not.toContain('root:')
    }
    // Callers that hang up in the middle of what they promised.
    await Promise.all(
      Array.from({ length: 20 }, () => exchange(port, `${post}Content-Length: 900\r\n\r\n{"ki`, 20)),
    )
    expect((await fetch(`${service.baseUrl}/readyz`)).status).toBe(200)
    const unknown = await fetch(`${service.baseUrl}/no/such/place`)
    expect(unknown.headers.get('Content-Type')).toBe('application/problem+json')
    expect(service.printed()).not.toContain('"level":"error"')
  })
}, 600_000)

test('answers on the same connection after a body that it did not read', async () => {
  await withFolder(async (folder) => {
    const service = await startService({ DATA_DIR: folder })
    await service.answers
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const json = 'application/json'
    const ask = (method: string, path: string, kilobytes: number, type: string) =>
      new Promise<number | undefined>((fulfil, reject) => {
        const headers = { 'Content-Type': type, 'Content-Length': kilobytes * 1024 }
        const sent = request(service.baseUrl + path, { agent, method, headers }, (answer) => {
          answer.resume().once('end', () => fulfil(answer.statusCode))
        })
        sent.once('error', reject).end(Buffer.alloc(kilobytes * 1024, 'x'))
      })
    for (const kilobytes of [200, 300, 1_000]) {
      const refused = kilobytes > 256 ? 413 : 415
      expect(await ask('POST', '/api/reports', kilobytes, kilobytes > 256 ? json : 'text/plain')).toBe(
        refused,
      )
      expect(await ask('GET', '/healthz', 0, json)).toBe(200)
    }
    agent.destroy()
  })
}, 600_000)

/** Sends the bytes and reads until the other side closes or `hangUpMs` is over. */
function exchange(port: number, bytes: string, hangUpMs = 300): Promise<string> {
  return new Promise((fulfil) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')))
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', () => {})
    socket.once('close', () => fulfil(answer))
    setTimeout(() => socket.destroy(), hangUpMs)
  })
}
