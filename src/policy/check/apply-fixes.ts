import type { Finding, Fix } from '../../model/finding.ts'

/**
 * The text with the fixes of its findings applied, each once. The same safe sentence is put in only once; what a deleted
 * sentence leaves is closed up: one space, or the longer of the two line breaks around it. Untouched text stays as it is.
 */
export function applyFixes(text: string, findings: readonly Finding[]): string {
  const pieces: string[] = ['']
  const used = new Set<string>()
  let at = 0
  for (const fix of distinctFixes(findings)) {
    append(pieces, text.slice(at, fix.span.start))
    const isDeletion = fix.text === '' || (fix.text.trim() !== '' && used.has(fix.text))
    if (isDeletion) pieces.push('')
    else append(pieces, fix.text)
    used.add(fix.text)
    at = fix.span.end
  }
  append(pieces, text.slice(at))
  const joined = pieces.reduce(closeUp)
  return pieces.length > 1 ? joined.trim() : joined
}

function append(pieces: string[], text: string): void {
  pieces.splice(-1, 1, `${pieces.at(-1) ?? ''}${text}`)
}

function distinctFixes(findings: readonly Finding[]): readonly Fix[] {
  const fixes: Fix[] = []
  const ordered = findings
    .flatMap(({ fix }) => (fix === undefined ? [] : [fix]))
    .toSorted((a, b) => a.span.start - b.span.start)
  for (const fix of ordered) if (fix.span.start >= (fixes.at(-1)?.span.end ?? 0)) fixes.push(fix)
  return fixes
}

/** Joins what stands before and behind a deletion. */
function closeUp(before: string, behind: string): string {
  const left = before.trimEnd()
  const right = behind.trimStart()
  const blankBefore = before.slice(left.length)
  const blankBehind = behind.slice(0, behind.length - right.length)
  return `${left}${blankOf(blankBefore, blankBehind)}${right}`
}

function blankOf(before: string, behind: string): string {
  const breaks = Math.max(before.split('\n').length, behind.split('\n').length) - 1
  if (breaks > 0) return '\n'.repeat(breaks)
  return before === '' && behind === '' ? '' : ' '
}
