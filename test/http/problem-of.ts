import assert from 'node:assert/strict'

import type { ApiDocument } from './api-document.ts'
import { complaints } from './schema-check.ts'

/** What a problem says to a program: its status and code, and its detail when it has one. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly detail: string | undefined
}

/** Reads a problem, which has to be of the one shape that the document declares. */
export async function problemOf(api: ApiDocument, answer: Response): Promise<Problem> {
  const text = await answer.text()
  assert.equal(answer.headers.get('content-type'), 'application/problem+json', text)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  const problem = JSON.parse(text) as Problem & { readonly requestId: string }
  assert.deepEqual(complaints(api, { $ref: '#/components/schemas/Problem' }, problem), [])
  assert.equal(problem.status, answer.status)
  assert.equal(problem.requestId, answer.headers.get('x-request-id'))
  const { status, code, detail } = problem
  return { status, code, detail }
}
