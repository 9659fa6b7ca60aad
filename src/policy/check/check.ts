import type { Finding } from '../../model/finding.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'

/** What the check may know besides the text. */
export interface CheckContext {
  readonly pack: PolicyPack
  /** BCP 47 language of the buyer, a hint only. */
  readonly lang?: string
  readonly orderId?: string
}

/** `uncovered`: no language that the rules cover was recognised, so nothing may say "safe to send". */
export type Verdict = 'clear' | 'advice' | 'blocked' | 'uncovered'

export interface CheckResult {
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** Id of the pack that judged. */
  readonly pack: string
}
