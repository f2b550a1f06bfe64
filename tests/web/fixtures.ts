import type { Match, ReportFeature, ReportProperties } from '../../web/wire.ts'

/** A lost dog of Moscow as the API shows it, with what a test changes. */
export function makeFeature(changes: Partial<ReportProperties> = {}): ReportFeature {
  const id = changes.id ?? '0195d0f0-0000-7000-8000-000000000001'
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [37.62, 55.75] },
    properties: {
      id,
      kind: 'lost',
      species: 'dog',
      colours: [],
      marks: [],
      chipped: false,
      occurredAt: '2026-11-22T18:30:00.000Z',
      createdAt: '2026-11-22T19:00:00.000Z',
      updatedAt: '2026-11-22T19:00:00.000Z',
      status: 'active',
      locationPrivacy: 'exact',
      publicRadiusM: 0,
      photos: [],
      demo: false,
      ...changes,
    },
  }
}

export function makeMatch(changes: Partial<Match> = {}): Match {
  return {
    report: makeFeature({ id: '0195d0f0-0000-7000-8000-0000000000aa', kind: 'found' }),
    probability: 0.72,
    band: 'likely',
    reasons: [
      { factor: 'distance', multiplier: 12.4, distanceM: 300 },
      { factor: 'sex', multiplier: 0.1, relation: 'different', values: ['male', 'female'] },
    ],
    state: 'new',
    ...changes,
  }
}

export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

export const problem = (
  status: number,
  errors: { pointer: string; code: string }[] = [],
  headers: Record<string, string> = {},
) =>
  new Response(JSON.stringify({ type: '/problems/x', title: 'x', status, errors, requestId: 'r-1' }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
