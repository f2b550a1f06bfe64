import type { ReportBody, ReportFeature } from '../api/reports/schema.ts'
import type { TestApp } from './setup/app.ts'

/** A body that the contract accepts, with what a test cares about put over it. */
export function lostDog(over: Partial<ReportBody> = {}): ReportBody {
  return {
    kind: 'lost',
    species: 'dog',
    name: 'Рыжик',
    colours: ['red', 'white'],
    sex: 'male',
    occurredAt: '2026-11-19T18:30:00+03:00',
    location: { lng: 37.62, lat: 55.75, accuracyM: 30 },
    contact: { name: 'Анна', email: 'anna@example.org', phone: '+7 900 000-00-00' },
    ...over,
  }
}

export function foundDog(over: Partial<ReportBody> = {}): ReportBody {
  return {
    kind: 'found',
    species: 'dog',
    colours: ['red', 'white'],
    sex: 'male',
    occurredAt: '2026-11-20T10:00:00+03:00',
    location: { lng: 37.6231, lat: 55.7512, accuracyM: 30 },
    contact: { email: 'finder@example.org' },
    ...over,
  }
}

export type Posted = { id: string; token: string; report: ReportFeature }

/** Posts through HTTP as a person would. */
export async function post(app: TestApp, body: ReportBody): Promise<Posted> {
  const response = await app.send('POST', '/api/reports', body)
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  const created = (await response.json()) as { report: ReportFeature; manageToken: string }
  return { id: created.report.id, token: created.manageToken, report: created.report }
}
