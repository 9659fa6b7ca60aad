import type { Finding } from '../../../src/model/finding.ts'
import type { ReplyDesk } from '../reply-desk.ts'

/** The finding after the cursor, or before it; round the end. Undefined when there is none. */
export function neighbour(findings: readonly Finding[], at: number, direction: 1 | -1): Finding | undefined {
  const ordered = [...findings].sort((a, b) => a.span.start - b.span.start)
  if (direction === 1) return ordered.find((finding) => finding.span.start > at) ?? ordered[0]
  return ordered.findLast((finding) => finding.span.end < at) ?? ordered.at(-1)
}

/** The finding to mend at the cursor: the one it stands in, else the next one that has a fix. */
export function fixableAt(findings: readonly Finding[], at: number): Finding | undefined {
  const fixable = findings.filter((finding) => finding.fix !== undefined)
  return fixable.find(({ span }) => span.start <= at && at <= span.end) ?? neighbour(fixable, at, 1)
}

/** What is spoken when the cursor comes to a finding. */
export function spoken(finding: Finding): string {
  const weight = finding.force === 'advice' ? 'Hint' : 'Blocks sending'
  const remedy = finding.fix === undefined ? '' : ` Press Control period to: ${finding.fix.label}.`
  return `${weight}: ${finding.title}. ${finding.reason}${remedy}`
}

/** Goes to the next or the previous finding. Returns whether there was one. */
export function goToNeighbour(desk: ReplyDesk, at: number, direction: 1 | -1): boolean {
  const finding = neighbour(desk.newest.findings, at, direction)
  if (finding) desk.reveal(finding)
  return finding !== undefined
}

/** Mends the finding at the cursor. Returns whether there was one. */
export function fixAt(desk: ReplyDesk, at: number): boolean {
  const finding = fixableAt(desk.newest.findings, at)
  if (finding) desk.fix(finding)
  return finding !== undefined
}
