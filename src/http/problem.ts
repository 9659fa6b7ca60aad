import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'

import { Fault, FAULTS, type FaultCode } from '../base/fault.ts'
import type { Finding } from '../model/finding.ts'
import type { Denied } from '../flow/in-account.ts'
import type { AppEnv } from './app-env.ts'
import { presentFinding } from './present.ts'
import type { ProblemView } from './route/shapes.ts'

/** A fault that answers with the findings that explain it. */
export class Refusal extends Fault {
  readonly findings: readonly Finding[]

  constructor(code: FaultCode, findings: readonly Finding[]) {
    super(code)
    this.findings = findings
  }
}

/** Throws what a denied step means to the outside: a thing that does not exist, or a role that is not enough. */
export function deny(denied: Denied): never {
  throw new Fault(denied.reason === 'missing' ? 'thing.missing' : 'access.refused')
}

/** What an error means to the outside. The framework itself complains of nothing but bodies. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error
  if (error instanceof HTTPException && error.status < 500)
    return new Fault('request.invalid', { detail: 'body: not what its content type says', cause: error })
  return new Fault('bug', { cause: error })
}

/** The one shape of every error, RFC 9457. It holds fixed sentences, field names and ids, never what was sent. */
export function problemResponse(c: Context<AppEnv>, error: unknown): Response {
  const fault = faultOf(error)
  const view: ProblemView = {
    type: `urn:safereply:problem:${fault.code}`,
    title: FAULTS[fault.code].sentence,
    status: fault.status,
    code: fault.code,
    requestId: c.get('requestId'),
    ...(fault.detail === undefined ? {} : { detail: fault.detail }),
    ...(fault instanceof Refusal ? { findings: fault.findings.map(presentFinding) } : {}),
  }
  return new Response(JSON.stringify(view), {
    status: fault.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
