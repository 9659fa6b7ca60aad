import type { Span } from '../../../model/finding.ts'
import { languageBit } from '../../../model/language.ts'
import { atomId } from '../atom/atoms.ts'
import type { AtomHits } from '../atom/find-atoms.ts'
import { isWordUnit } from '../atom/units.ts'
import { borderAt, SENTENCE } from '../intent/borders.ts'
import type { Scan } from '../scan.ts'

const SURE = atomId('health')
const IF_PERSONAL = atomId('healthIfPersonal')
const CUE = atomId('healthCue')
const GOODS = atomId('healthGoods')

/** How far before a word its cue may begin, and how far behind it, in units: `my mother has`, `hastasıyım`. */
const CUE_BEFORE = 48
const CUE_BEHIND = 32
/** A longer rest of a word behind its stem is a word of its own: Diabetessocken. */
const LONGEST_ENDING = 5

/** French and Italian say an illness with its article, and both are taken out together. */
const ARTICLE_LANGUAGES = languageBit('fr') | languageBit('it')
const ARTICLE = /(?:^|[\s(])(?:une? |les? |la |lo |il |uno |una |un'|l'|gli )$/u
const LONGEST_ARTICLE = 5
/** Which kind of it: type 2, de type 1. */
const KIND = /[ -](?:d[eio] )?(?:type|typ|typu|tipo|tip) ?[12](?![0-9a-z])/uy

interface Illness {
  start: number
  end: number
  languages: number
  needsCue: boolean
}

/** Words that tell of somebody's health. Spans are of the folded text. Linear. */
export function findHealth({ folded: { text }, atoms }: Scan): readonly Span[] {
  const illnesses = illnessesOf(text, atoms)
  if (illnesses.length === 0) return []
  const cues = spansOf(atoms, CUE)
  return illnesses
    .filter((illness) => !illness.needsCue || isPersonal(text, illness, cues))
    .map(({ start, end, languages }) => ({ start: withArticle(text, start, languages), end: withKind(text, end) }))
}

/** Every illness once: words that overlap or follow each other are one. */
function illnessesOf(text: string, atoms: AtomHits): readonly Illness[] {
  const illnesses: Illness[] = []
  for (let hit = 0; hit < atoms.count; hit += 1) {
    const atom = atoms.atoms[hit]
    if (atom !== SURE && atom !== IF_PERSONAL) continue
    const start = atoms.starts[hit] ?? 0
    if (isInAddress(text, start)) continue
    const stemEnd = atoms.ends[hit] ?? 0
    const end = wordEnd(text, stemEnd)
    const languages = atoms.languages[hit] ?? 0
    const needsCue =
      atom === IF_PERSONAL || end - stemEnd > LONGEST_ENDING || isOfGoods(text, atoms, { hit, start, end })
    const last = illnesses.at(-1)
    if (last === undefined || start > last.end + 1) illnesses.push({ start, end, languages, needsCue })
    else join(last, { start, end, languages, needsCue })
  }
  return illnesses
}

/** A word of a link or a mail address tells of nobody. */
function isInAddress(text: string, start: number): boolean {
  const before = text.charAt(start - 1)
  return before === '/' || before === '@' || (before === '.' && isWordUnit(text.charCodeAt(start - 2)))
}

/** The longer of two words at one place says what is meant; behind each other, the surer. */
function join(last: Illness, next: Illness): void {
  const isSamePlace = next.start === last.start
  if (isSamePlace && next.end > last.end) last.needsCue = next.needsCue
  else if (!isSamePlace || next.end === last.end) last.needsCue &&= next.needsCue
  if (next.end >= last.end) last.languages |= next.languages
  last.end = Math.max(last.end, next.end)
}

/** Arthritis gloves, Rheuma-Kissen, anti-allergy: the word names goods, unless somebody speaks of himself. */
function isOfGoods(text: string, atoms: AtomHits, word: { hit: number; start: number; end: number }): boolean {
  if (/anti[ -]$/u.test(text.slice(Math.max(0, word.start - 5), word.start))) return true
  for (let hit = word.hit + 1; hit < atoms.count && (atoms.starts[hit] ?? 0) <= word.end + 1; hit += 1)
    if (atoms.atoms[hit] === GOODS && (atoms.starts[hit] ?? 0) >= word.end) return true
  return false
}

/** `cues` are in the order of their beginnings, so those near are found by halving. */
function isPersonal(text: string, { start, end }: Illness, cues: readonly Span[]): boolean {
  for (let at = firstFrom(cues, start - CUE_BEFORE); at < cues.length; at += 1) {
    const cue = cues[at]
    if (cue === undefined || cue.start > end + CUE_BEHIND) return false
    if (cue.end <= start && isOneSentence(text, cue.end, start)) return true
    if (cue.start >= end && isOneSentence(text, end, cue.start)) return true
  }
  return false
}

function firstFrom(cues: readonly Span[], start: number): number {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((cues[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function isOneSentence(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (borderAt(text, at) === SENTENCE) return false
  return true
}

function wordEnd(text: string, from: number): number {
  if (!isWordUnit(text.charCodeAt(from - 1))) return from
  let end = from
  while (end < text.length && isWordUnit(text.charCodeAt(end))) end += 1
  return end
}

function withArticle(text: string, start: number, languages: number): number {
  if ((languages & ARTICLE_LANGUAGES) === 0) return start
  const before = text.slice(Math.max(0, start - LONGEST_ARTICLE), start)
  const article = ARTICLE.exec(before)?.[0]
  return article === undefined ? start : start - article.replace(/^[\s(]/u, '').length
}

function withKind(text: string, end: number): number {
  KIND.lastIndex = end
  return KIND.test(text) ? KIND.lastIndex : end
}

function spansOf({ count, atoms, starts, ends }: AtomHits, atom: number): readonly Span[] {
  const spans: Span[] = []
  for (let hit = 0; hit < count; hit += 1)
    if (atoms[hit] === atom) spans.push({ start: starts[hit] ?? 0, end: ends[hit] ?? 0 })
  return spans
}
