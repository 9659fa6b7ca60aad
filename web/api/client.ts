import type { ProblemView } from '../../src/http/route/shapes.ts'
import { deskClock } from '../clock/desk-clock.ts'
import { ApiProblem } from './problem.ts'
import { signedOut } from './signed-out.ts'

const BASE = '/api/v1'
/** Longer than the desk's own limit for a request, so that its answer is heard. */
const TIMEOUT_MS = 20_000

/** One call of the API. `body` is sent as JSON. */
export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  /** A file to be sent as it is, instead of `body`. */
  readonly raw?: { readonly file: Blob; readonly type: string }
  /** (Default: 20 s) */
  readonly timeoutMs?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/**
 * Calls the desk with the session's cookie. The desk checks each answer against its schema before it sends it, so the
 * type is trusted here. A 401 is noted for the session gate, whoever called. Throws an `ApiProblem` on every other outcome than success.
 */
export async function call<T>(request: ApiCall): Promise<T> {
  const response = await send(request)
  deskClock.learn(response.headers.get('date'))
  const body = response.status === 204 ? undefined : await readJson(response)
  if (response.status === 401) signedOut.set(true)
  if (!response.ok) throw new ApiProblem(response.status, asProblem(body))
  return body as T // proof: same origin, same release, and the desk's own guard parsed the answer by this type's schema
}

async function send(request: ApiCall): Promise<Response> {
  const timeout = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS)
  const type = request.body === undefined ? request.raw?.type : 'application/json'
  const init: RequestInit = {
    method: request.method ?? 'GET',
    headers: { ...(type !== undefined && { 'content-type': type }), ...request.headers },
    signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
  }
  if (request.body !== undefined) init.body = JSON.stringify(request.body)
  else if (request.raw !== undefined) init.body = request.raw.file
  try {
    return await fetch(`${BASE}${request.path}`, init)
  } catch (error) {
    if (request.signal?.aborted) throw error
    throw new ApiProblem(0, undefined)
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    // Not the desk's own answer: a proxy's page, or one cut short.
    throw new ApiProblem(response.status, undefined)
  }
}

function asProblem(body: unknown): ProblemView | undefined {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'title' in body
  return isProblem ? (body as ProblemView) : undefined // proof: only the desk's problem+json carries both names
}
