import { findings } from '../findings.ts'

/** Kinds as labelled sets group them. */
export const AWAY = ['ASK_CONTACT', 'MOVE_OFF', 'OWN_SITE', 'PAY_OUTSIDE']
export const PROMISE = ['PROMISE']
export const REVIEW = ['REVIEW_INCENTIVE', 'REVIEW_POSITIVE', 'REVIEW_CHANGE', 'REVIEW_CONDITION']
export const SENSITIVE = ['ASK_CARD', 'ASK_BANK', 'ASK_ID', 'ASK_SECRET', 'ASK_PERSONAL']
const ALL = [...AWAY, ...PROMISE, ...REVIEW, ...SENSITIVE]

/** The sentences that show none of the kinds. For tests of a language's words. */
export function missed(kinds: readonly string[], sentences: readonly string[]): readonly string[] {
  return sentences.filter((sentence) => !shows(kindsOf(sentence), kinds))
}

/** The sentences that show any kind, each with what it shows. */
export function alarms(sentences: readonly string[]): readonly (readonly string[])[] {
  return sentences.map((sentence) => [sentence, ...kindsOf(sentence)]).filter((found) => shows(found, ALL))
}

function shows(found: readonly string[], wanted: readonly string[]): boolean {
  return found.some((kind) => wanted.includes(kind))
}

function kindsOf(sentence: string): readonly string[] {
  return findings(sentence).intents.map(({ kind }) => kind)
}
