import type { Finding } from '../../src/model/finding.ts'
import type { PolicyPack } from '../../src/model/policy-pack.ts'
import { check } from '../../src/policy/check/check.ts'
import type { Judged } from './verdict-words.ts'

export interface JudgeContext {
  readonly pack: PolicyPack
  readonly orderId?: string | undefined
}

/** Judges a text by a pack. Advice only: the desk judges again before anything leaves. */
export function judge(text: string, { pack, orderId }: JudgeContext): Judged {
  const result = check(text, { pack, ...(orderId !== undefined && { orderId }) })
  return { text, verdict: result.verdict, findings: result.findings, missing: result.coaching.missing }
}

/** Adds what the desk found in this very text and the page did not, such as with a newer pack. */
export function withDeskFindings(judged: Judged, found: readonly Finding[]): Judged {
  const unknown = found.filter((finding) => !judged.findings.some((own) => isSame(own, finding)))
  if (unknown.length === 0) return judged
  const findings = [...judged.findings, ...unknown].sort((a, b) => a.span.start - b.span.start)
  return { ...judged, findings, verdict: 'blocked' }
}

function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.span.start === b.span.start && a.span.end === b.span.end
}
