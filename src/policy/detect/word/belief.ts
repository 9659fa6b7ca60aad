import type { Span } from '../../../model/finding.ts'
import { languageBit } from '../../../model/language.ts'
import type { Disguised } from './disguised.ts'
import { DIGIT, LETTER, signKind } from './letter-signs.ts'

/** What a disguise is judged by. */
export interface Around {
  /** The folded text. */
  readonly text: string
  /** Whether a word of these languages may be meant in this text. */
  readonly fits: (languages: number) => boolean
  /** Whether a range of the folded text is a small word such as `is` or `de`. */
  readonly isSmallWord: (span: Span) => boolean
  /** A range of the folded text as it was written. */
  readonly original: (span: Span) => string
}

const ENGLISH = languageBit('en')
const SHORT = 3
/** So many letters are those of a word by no chance. */
const MANY = 5
const MAX_HOLES = 3
const FEWEST_WITH_LAST_HOLE = 5
const QUESTION_MARK = 63
const APOSTROPHE = 39
/** `5h17` tells the time. */
const TIME = /^\d{1,2}h\d{2}$/u
const HAS_SMALL = /\p{Ll}/u
const HAS_CAPITAL = /\p{Lu}/u

/** Whether the word behind a disguise is meant, and it is no code, name, footnote or abbreviation. */
export function isBelieved(disguised: Disguised, around: Around): boolean {
  const { hidden, way, holes, digits, letters } = disguised
  const { word, atom, languages } = hidden
  const isSure = atom === 'insult' && word.length > SHORT && (holes <= 1 || letters >= MANY)
  if (!isSure && !around.fits(languages)) return false
  if (way === 'repeats') return true
  if (way === 'cut') return atom !== 'insultAddressed' && isCutMeant(disguised, around)
  if (way === 'apart') return !isPossessive(disguised, around.text)
  if (holes > 0 && !isHoleMeant(disguised, around)) return false
  return digits === 0 || isLeetMeant(disguised, around)
}

/** What the pieces may be besides: `pen` and `is`, `it's` and `hit`. */
function isCutMeant({ hidden, holes, start, end, cut }: Disguised, { text, fits, isSmallWord }: Around): boolean {
  if (text.charCodeAt(start - 1) === APOSTROPHE) return false
  if (holes === 0 && cut < 0) return true
  if (!fits(hidden.languages)) return false
  return cut < 0 || !(isSmallWord({ start, end: cut - 1 }) || isSmallWord({ start: cut, end }))
}

/** `it's h i t` begins with no `s`. */
function isPossessive({ start }: Disguised, text: string): boolean {
  return text.charCodeAt(start - 1) === APOSTROPHE
}

function isHoleMeant(disguised: Disguised, { text, fits, original }: Around): boolean {
  const { hidden, holes, letters, digits, start, end } = disguised
  const known = letters + digits
  if (holes > MAX_HOLES || signKind(text.charCodeAt(start)) !== LETTER) return false
  const written = original(disguised)
  if (known === 1) return hidden.word === 'fuck' && text.startsWith('***', start + 1) && !isName(written)
  if (includesUnit(text, QUESTION_MARK, start, end)) return holes === 1 && known >= SHORT && fits(hidden.languages)
  const isLast = signKind(text.charCodeAt(end - 1)) !== LETTER
  if (holes === 1) return !isLast || end - start >= FEWEST_WITH_LAST_HOLE
  return !isName(written) || (hidden.languages & ENGLISH) === 0 || known > 2
}

/** `M**a` may be a name that was masked; a curse begins small or is all capitals. */
function isName(written: string): boolean {
  return HAS_CAPITAL.test(written.charAt(0)) && (HAS_SMALL.test(written) || written.length < 2)
}

function isLeetMeant({ hidden, start, end, digits, letters }: Disguised, { text, fits, original }: Around): boolean {
  if (letters === 0 || isJoined(text, start - 1, -1) || isJoined(text, end, 1)) return false
  const written = original({ start, end })
  if (TIME.test(text.slice(start, end)) && !fits(ENGLISH)) return false
  if (hidden.word.length === SHORT && digits > 1) return false
  if (HAS_SMALL.test(written)) return true
  return hidden.word.length > MANY ? letters > digits : digits === 1 && hidden.word.length > SHORT
}

/** Whether a token goes on behind a hyphen, a stroke or a dot, as codes do. */
function isJoined(text: string, at: number, step: number): boolean {
  const sign = text.charAt(at)
  if (sign === '' || !'-/._'.includes(sign)) return false
  const kind = signKind(text.charCodeAt(at + step))
  return kind === DIGIT || (kind === LETTER && sign !== '.')
}

function includesUnit(text: string, unit: number, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === unit) return true
  return false
}
