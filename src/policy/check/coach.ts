import type { Span } from '../../model/finding.ts'
import type { Atom } from '../detect/atom/atoms.ts'
import type { Findings } from '../detect/findings.ts'

/** The parts of an answer that helps, in their order. */
export const ANSWER_PARTS = ['acknowledgement', 'empathy', 'next-step', 'time-frame', 'closing'] as const
export type AnswerPart = (typeof ANSWER_PARTS)[number]

/** What would make an answer better (OUT-096, OUT-097). Hints, never a reason to hold it. */
export interface Coaching {
  /** Parts that were not found. */
  readonly missing: readonly AnswerPart[]
  readonly longSentences: readonly Span[]
  /** Words of the trade that a buyer may not know. */
  readonly jargon: readonly Span[]
}

export interface CoachContext {
  readonly sentences: readonly Span[]
  readonly marks: Findings['marks']
  readonly maxWords: number
}

const ATOMS_OF: Readonly<Record<AnswerPart, readonly Atom[]>> = {
  acknowledgement: ['thanks', 'greeting'],
  empathy: ['sorry', 'empathy'],
  'next-step': ['nextStep', 'refund', 'future'],
  'time-frame': ['timeFrame'],
  closing: ['closing'],
}
/** A sentence without spaces is measured by its characters: a Japanese word has about two. */
const CHARACTERS_A_WORD = 2
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Looks at an answer as a kind colleague would. Nothing is missing from an empty text. */
export function coach(text: string, { sentences, marks, maxWords }: CoachContext): Coaching {
  if (sentences.length === 0) return { missing: [], longSentences: [], jargon: [] }
  return {
    missing: ANSWER_PARTS.filter((part) => marks(...ATOMS_OF[part]).length === 0),
    longSentences: sentences.filter(({ start, end }) => wordsIn(text.slice(start, end)) > maxWords),
    jargon: marks('jargon'),
  }
}

function wordsIn(sentence: string): number {
  const spaceless = sentence.match(SPACELESS)?.length ?? 0
  return (sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + Math.floor(spaceless / CHARACTERS_A_WORD)
}
