import { COVERED_LANGUAGES, languageBit } from '../../../model/language.ts'
import type { CoveredLanguage } from '../../../model/language.ts'
import { atomId } from '../atom/atoms.ts'
import type { AtomHits } from '../atom/find-atoms.ts'
import { isWordUnit } from '../atom/units.ts'
import { countLetters } from './script.ts'
import type { Letters } from './script.ts'

/** What a text is written in. `short` is too little to tell; `unknown` is a language the rules do not cover. */
export type LanguageGuess = CoveredLanguage | 'short' | 'unknown'

/** What speaks for each language in a text. */
export interface LanguageEvidence {
  readonly guess: LanguageGuess
  /** By language, in the order of `COVERED_LANGUAGES`: a word that only one language has counts more. */
  readonly scores: readonly number[]
}

/** What the evidence is read from: the text as written and as folded, and its atoms. */
export interface Evident {
  readonly original: string
  readonly folded: { readonly text: string }
  readonly atoms: AtomHits
}

const SWEDISH = languageBit('sv')
const FUNCTION = atomId('function')
const FOREIGN = atomId('foreign')
/** More of a text tells no more about its language. */
const MAX_READ = 4_000
const FEWEST_LETTERS = 20
/** Least share of small words in a text of a language. */
const SHARE = 0.12
/** By the number of languages that share a small word. */
const WEIGHTS = [0, 4, 2, 1]
const FOREIGN_WEIGHT = 4
/** Widest gap between letters of a spelled word, and one. */
const MAX_APART = 4
/** So many letters of a covered language may bring one that it does not have. */
const STRANGE_SHARE = 40

/** Weighs the small words and the script of the first 4,000 units. Linear, never throws. */
export function languageEvidence(read: Evident): LanguageEvidence {
  const letters = countLetters(read.original, MAX_READ)
  const { scores, counts, foreign } = weigh(read)
  return { scores, guess: guessOf(letters, { scores, counts, foreign }, wordCount(read.folded.text)) }
}

/**
 * Whether a word of the languages of `mask` is meant in them in this text. What the caller says about the language holds
 * unless the text clearly speaks another one.
 */
export function fitsLanguage({ guess, scores }: LanguageEvidence, mask: number, hint: number): boolean {
  const guessed = guess === 'short' || guess === 'unknown' ? 0 : languageBit(guess)
  if (hint === 0) return (guessed & mask) !== 0
  if (guessed === 0 || guessed === hint) return (hint & mask) !== 0
  const isClear = scoreOf(scores, guessed) > 2 * scoreOf(scores, hint) + FOREIGN_WEIGHT
  return ((isClear ? guessed : hint) & mask) !== 0
}

interface Weight {
  readonly scores: readonly number[]
  /** Small words of each language, unweighted. */
  readonly counts: readonly number[]
  readonly foreign: number
}

function weigh({ atoms, folded }: Evident): Weight {
  const scores = COVERED_LANGUAGES.map(() => 0)
  const counts = COVERED_LANGUAGES.map(() => 0)
  let foreign = 0
  for (let hit = 0; hit < atoms.count && (atoms.starts[hit] ?? 0) < MAX_READ; hit += 1) {
    if (atoms.atoms[hit] === FOREIGN) foreign += FOREIGN_WEIGHT
    if (atoms.atoms[hit] !== FUNCTION || isLetterApart(folded.text, atoms.starts[hit] ?? 0)) continue
    const mask = languagesOf(atoms, hit)
    if (mask === 0) continue
    const weight = WEIGHTS[bitCount(mask)] ?? 1
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest)
      scores[bit] = (scores[bit] ?? 0) + weight
      counts[bit] = (counts[bit] ?? 0) + 1
    }
  }
  return { scores, counts, foreign }
}

/** Whether a letter stands alone beside another that does: spelled words tell no language. */
function isLetterApart(text: string, at: number): boolean {
  if (!isLone(text, at)) return false
  for (let gap = 2; gap <= MAX_APART; gap += 1) if (isLone(text, at - gap) || isLone(text, at + gap)) return true
  return false
}

function isLone(text: string, at: number): boolean {
  const isWordAt = (place: number): boolean => isWordUnit(text.charCodeAt(place))
  return isWordAt(at) && !isWordAt(at - 1) && !isWordAt(at + 1)
}

/** The languages of a word; each language that has it may be a hit of its own, and the first stands for all. */
function languagesOf({ atoms, starts, ends, languages, count }: AtomHits, hit: number): number {
  const start = starts[hit]
  const end = ends[hit]
  for (let other = hit - 1; other >= 0 && starts[other] === start; other -= 1)
    if (atoms[other] === FUNCTION && ends[other] === end) return 0
  let mask = languages[hit] ?? 0
  for (let other = hit + 1; other < count && starts[other] === start; other += 1)
    if (atoms[other] === FUNCTION && ends[other] === end) mask |= languages[other] ?? 0
  return mask
}

function guessOf(letters: Letters, { scores, counts, foreign }: Weight, words: number): LanguageGuess {
  if (letters.kana * 5 > letters.all) return 'ja'
  const nothing = letters.all < FEWEST_LETTERS ? 'short' : 'unknown'
  if (letters.latin * 2 < letters.all) return nothing
  let best = 0
  for (let bit = 1; bit < scores.length; bit += 1) if ((scores[bit] ?? 0) > (scores[best] ?? 0)) best = bit
  if ((counts[best] ?? 0) < Math.max(1, words * SHARE)) return nothing
  const score = scores[best] ?? 0
  if (foreign > score || letters.strange > strangeAllowed(best, letters.all)) return 'unknown'
  return COVERED_LANGUAGES[best] ?? nothing
}

/** A name may bring a strange letter; Swedish beside ø or æ is Danish or Norwegian. */
function strangeAllowed(best: number, letters: number): number {
  return 1 << best === SWEDISH ? 0 : Math.max(1, letters / STRANGE_SHARE)
}

function wordCount(text: string): number {
  const end = Math.min(text.length, MAX_READ)
  let words = 0
  for (let at = 0; at < end; at += 1)
    if (isLetter(text.charCodeAt(at)) && (at === 0 || !isWordUnit(text.charCodeAt(at - 1)))) words += 1
  return words
}

function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

function bitCount(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function scoreOf(scores: readonly number[], bit: number): number {
  return scores[31 - Math.clz32(bit)] ?? 0
}
