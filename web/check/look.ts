import { rawText } from '../../src/model/text.ts'
import type { SafeText } from '../../src/model/text.ts'
import { check } from '../../src/policy/check/check.ts'
import type { CheckResult } from '../../src/policy/check/check.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { redact } from '../../src/policy/redact/redact.ts'
import { route } from '../../src/policy/route/route.ts'
import type { Route } from '../../src/policy/route/route.ts'

/** What the rules say of a text as an answer, and what the desk would make of it as a buyer's message. */
export interface Look {
  readonly result: CheckResult
  readonly stored: SafeText
  readonly removed: number
  readonly route: Route
}

/** Looks at a text from both sides. Runs on this device; nothing of the text is sent or kept. */
export function lookAt(text: string, now: Date): Look {
  const pack = currentPack()
  const { text: stored, redactions } = redact(rawText(text), { pack })
  return {
    result: check(text, { pack }),
    stored,
    removed: redactions.length,
    route: route({ text: stored, redactions }, undefined, { pack, now }),
  }
}
