import type { Finding } from '../../src/model/finding.ts'
import type { AnswerPart } from '../../src/policy/check/coach.ts'
import type { Verdict } from '../../src/policy/check/check.ts'
import { isBlocking } from '../../src/policy/check/check.ts'

/** How the check stands, as people see it. `empty`: there is nothing to judge yet. */
export type VerdictTone = Verdict | 'empty'

export interface VerdictWords {
  readonly tone: VerdictTone
  /** For the pill: "3 problems block sending". */
  readonly short: string
  /** What it means and what to do. */
  readonly long: string
}

/** Words for a verdict. Only `clear` and `advice` ever say "safe to send". */
export function verdictWords(judged: Judged): VerdictWords {
  const tone = judged.text.trim() === '' ? 'empty' : judged.verdict
  switch (tone) {
    case 'empty':
      return { tone, short: 'Nothing written yet', long: 'The check runs as you type, on this device.' }
    case 'blocked':
      return { tone, short: blockedShort(blocking(judged).length), long: 'Fix it to send. Nothing leaves until then.' }
    case 'advice':
      return { tone, short: `Safe to send · ${hints(judged)}`, long: 'No rule is broken. A hint may make it better.' }
    case 'clear':
      return { tone, short: 'Safe to send', long: 'No rule is broken.' }
    case 'uncovered':
      return {
        tone,
        short: 'Not fully checked',
        long: 'The rules do not cover this language. Read it twice before you send it.',
      }
  }
}

/** What was judged, and what was found in it. */
export interface Judged {
  readonly text: string
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** What a helpful answer would have besides; unknown where only the desk has judged. */
  readonly missing?: readonly AnswerPart[]
}

/** The findings that keep a reply from leaving, in the order of the text. */
export function blocking(judged: Judged): readonly Finding[] {
  return judged.findings.filter(isBlocking).sort((a, b) => a.span.start - b.span.start)
}

function blockedShort(count: number): string {
  return count === 1 ? '1 problem blocks sending' : `${count} problems block sending`
}

function hints(judged: Judged): string {
  const count = judged.findings.length
  return count === 1 ? '1 hint' : `${count} hints`
}

/** Whether two judgements would be shown alike but for where things stand: then the panel may wait. */
export function sameRules(a: Judged, b: Judged): boolean {
  if (a.verdict !== b.verdict || a.findings.length !== b.findings.length) return false
  if ((a.text === '') !== (b.text === '') || String(a.missing) !== String(b.missing)) return false
  return a.findings.every((finding, index) => finding.rule === b.findings[index]?.rule)
}
