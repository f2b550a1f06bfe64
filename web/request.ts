import type { Problem } from './wire.ts'

/** The server answered, and said no: `problem` names the fields. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly problem: Problem
  readonly retryAfterS: number | undefined

  constructor(problem: Problem, retryAfterS?: number) {
    super(problem.title)
    this.problem = problem
    this.retryAfterS = retryAfterS
  }
}

/** The server could not be reached: no connection, or the request was cut. */
export class OfflineError extends Error {
  override name = 'OfflineError'
}

type Options = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  json?: unknown
  token?: string | undefined
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

/** Whether asking again may help: a lost line, too many requests and the server's own failures pass. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true
  const { status } = error.problem
  return status === 429 || status >= 500
}

/** Reads a problem document; anything else that failed becomes one with the status alone. */
function toProblem(status: number, body: unknown): Problem {
  if (body !== null && typeof body === 'object' && 'title' in body && 'type' in body) {
    return { ...(body as Problem), status }
  }
  return { type: 'about:blank', title: `HTTP ${status}`, status }
}

function refusal(status: number, body: unknown, retryAfter: string | null): ProblemError {
  return new ProblemError(toProblem(status, body), Number(retryAfter) || undefined)
}

export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const headers = new Headers({ accept: 'application/json', ...options.headers })
  if (options.token) headers.set('authorization', `Bearer ${options.token}`)
  if (options.json !== undefined) headers.set('content-type', 'application/json')
  let response: Response
  try {
    response = await fetch(path, {
      method: options.method ?? 'GET',
      headers,
      body: options.json === undefined ? null : JSON.stringify(options.json),
      signal: options.signal ?? null,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new OfflineError()
  }
  const type = response.headers.get('content-type') ?? ''
  const body: unknown = type.includes('json') ? await response.json().catch(() => undefined) : undefined
  if (response.ok) return body as T
  throw refusal(response.status, body, response.headers.get('retry-after'))
}

/** Sends a form; `onProgress` hears the share sent, 0 to 1. XHR because fetch cannot tell it. */
export function upload<T>(path: string, form: FormData, token: string, onProgress: (share: number) => void) {
  return new Promise<T>((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', path)
    xhr.setRequestHeader('authorization', `Bearer ${token}`)
    xhr.responseType = 'json'
    xhr.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0)
    xhr.onload = () => {
      if (xhr.status >= 200 && xhr.status < 300) resolve(xhr.response as T)
      else reject(refusal(xhr.status, xhr.response, xhr.getResponseHeader('retry-after')))
    }
    xhr.onerror = () => reject(new OfflineError())
    xhr.onabort = xhr.onerror
    xhr.send(form)
  })
}
