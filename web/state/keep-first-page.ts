import type { FirstPage } from '../../api/pages/draw.ts'
import { SEEN_CACHE } from './seen-cache.ts'

/**
 * The first visit comes before the service worker, and what the server drew was never asked for: kept here as the answers
 * that a later visit without a connection asks for, so that what was seen can be seen again.
 */
export async function keepFirstPage({ config, list, listQuery, report }: FirstPage): Promise<void> {
  if (!('caches' in globalThis)) return
  const answers: [path: string, body: unknown][] = [['/api/config', config]]
  if (list) answers.push([`/api/reports?${listQuery}`, list])
  if (report) answers.push([`/api/reports/${report.id}`, report])
  const seen = await caches.open(SEEN_CACHE)
  await Promise.all(answers.map(([path, body]) => seen.put(path, Response.json(body))))
}
