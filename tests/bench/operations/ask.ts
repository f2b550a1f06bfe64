import type { Engine } from '../engine.ts'

export async function ask(engine: Engine, path: string, init?: RequestInit): Promise<Response> {
  const response = await engine.app.request(path, init)
  if (response.status >= 300) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response
}

export const answerOf = async (engine: Engine, path: string) => (await ask(engine, path)).arrayBuffer()

export async function postReport(engine: Engine, body: unknown): Promise<{ id: string; token: string }> {
  const response = await ask(engine, '/api/reports', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  const created = (await response.json()) as { report: { id: string }; manageToken: string }
  return { id: created.report.id, token: created.manageToken }
}
