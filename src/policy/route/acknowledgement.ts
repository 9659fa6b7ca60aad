import type { AtomHits } from '../detect/atom/find-atoms.ts'
import { type AtomSet, atomSet, firstHitFrom } from '../detect/atom/look-up.ts'
import { borderAt, NONE, SENTENCE } from '../detect/intent/borders.ts'
import { scan } from '../detect/scan.ts'

/** What says that we have it and will come back. */
const ACKNOWLEDGING = atomSet('acknowledge')
/** What is polite and says nothing else. */
const COURTESY = atomSet('acknowledge', 'greeting', 'thanks', 'sorry', 'empathy', 'closing')
/** Holds words of time or money, names no time and gives no money: `good morning`, `asap`, `your refund request`. */
const NO_SUBSTANCE = atomSet('acknowledge', 'greeting', 'thanks', 'sorry', 'empathy', 'closing', 'soon')
/** What happens by when, or what is done: an answer. */
const SUBSTANCE = atomSet('timeFrame', 'refund')
/** A date or a time of day in digits, or a question to the buyer. */
const ANSWERING_SIGN = /[?？]|\d{1,2}[./]\d{1,2}|\d{1,2}[:h]\d{2}|\d{1,2}[月日時]/u
/** Names, a form of address, a signature: too short to say something of its own. */
const SHORT_WORDS = 3
/** Two characters of a script without spaces are about a word. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const CHARACTERS_A_WORD = 2

interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Whether a reply only says that the message came, that we look into it or that we will come back. With a date, a
 * refund, a question, or a sentence about anything else it is an answer. In doubt it is an answer too. Never throws.
 */
export function isAcknowledgement(text: string): boolean {
  const { folded, atoms } = scan(text)
  const read = folded.text
  if (ANSWERING_SIGN.test(read) || hasSubstance(atoms)) return false
  const sentences = stretches(read, { start: 0, end: read.length }, endsStatement)
  if (!sentences.some((sentence) => says(atoms, ACKNOWLEDGING, sentence))) return false
  return sentences.every((sentence) => isEmptyTalk(read, atoms, sentence))
}

function isEmptyTalk(text: string, atoms: AtomHits, sentence: Stretch): boolean {
  if (says(atoms, ACKNOWLEDGING, sentence)) return true
  return stretches(text, sentence, (border) => border !== NONE).every(
    (clause) => says(atoms, COURTESY, clause) || wordsIn(text.slice(clause.start, clause.end)) <= SHORT_WORDS,
  )
}

/** What somebody found out stands behind a colon. */
function endsStatement(border: number, sign: string): boolean {
  return border === SENTENCE || sign === ':'
}

function hasSubstance({ atoms, starts, ends, count }: AtomHits): boolean {
  let covered = 0
  let ahead = 0
  for (let hit = 0; hit < count; hit += 1) {
    const start = starts[hit] ?? 0
    for (; ahead < count && (starts[ahead] ?? 0) <= start; ahead += 1)
      if (NO_SUBSTANCE[atoms[ahead] ?? 0] === 1) covered = Math.max(covered, ends[ahead] ?? 0)
    if (SUBSTANCE[atoms[hit] ?? 0] === 1 && (ends[hit] ?? 0) > covered) return true
  }
  return false
}

function says(atoms: AtomHits, set: AtomSet, { start, end }: Stretch): boolean {
  for (let hit = firstHitFrom(atoms, start); hit < atoms.count && (atoms.starts[hit] ?? 0) < end; hit += 1)
    if (set[atoms.atoms[hit] ?? 0] === 1) return true
  return false
}

function stretches(
  text: string,
  { start, end }: Stretch,
  ends: (border: number, sign: string) => boolean,
): readonly Stretch[] {
  const found: Stretch[] = []
  let from = start
  for (let at = start; at < end; at += 1) {
    if (!ends(borderAt(text, at), text.charAt(at))) continue
    found.push({ start: from, end: at })
    from = at + 1
  }
  return [...found, { start: from, end }]
}

function wordsIn(text: string): number {
  const spaceless = text.match(SPACELESS)?.length ?? 0
  return (text.replaceAll(SPACELESS, '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + spaceless / CHARACTERS_A_WORD
}
