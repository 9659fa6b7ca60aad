import type { FaultCode } from '../../src/base/fault.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { ProblemView } from '../../src/http/route/shapes.ts'
import { findingOf } from './finding.ts'

/** A fault the desk named, or `unreachable`: no answer, or none of the desk's. */
export type ProblemCode = FaultCode | 'unreachable'

/** Why a call failed. `message` is a sentence a person may read. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly findings: readonly Finding[]

  constructor(status: number, problem: ProblemView | undefined) {
    super(problem?.title ?? 'The desk does not answer. Check that it runs and that you are online.')
    this.name = 'ApiProblem'
    this.code = problem?.code ?? ('unreachable' satisfies ProblemCode)
    this.status = status
    this.findings = (problem?.findings ?? []).map(findingOf)
  }
}

/** Whether an error is the problem of this name. */
export function isProblem(error: unknown, code: ProblemCode): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code
}

/** Whether the desk itself said what is wrong; otherwise nobody knows how far the call got. */
export function hasAnswered(error: unknown): boolean {
  return error instanceof ApiProblem && error.code !== 'unreachable'
}

/** The sentence to show for any error. */
export function problemSentence(error: unknown): string {
  return error instanceof ApiProblem ? error.message : 'Something went wrong in this page. Nothing was sent.'
}
