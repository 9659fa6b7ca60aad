import assert from 'node:assert/strict'

import { findings } from '../findings.ts'

export const AWAY = ['ASK_CONTACT', 'MOVE_OFF', 'OWN_SITE', 'PAY_OUTSIDE']
export const PROMISE = ['PROMISE']
export const REVIEW = ['REVIEW_INCENTIVE', 'REVIEW_POSITIVE', 'REVIEW_CHANGE', 'REVIEW_CONDITION']
export const SENSITIVE = ['ASK_CARD', 'ASK_BANK', 'ASK_ID', 'ASK_SECRET', 'ASK_PERSONAL']
const ALL = [...AWAY, ...PROMISE, ...REVIEW, ...SENSITIVE]

/** Fails with the sentences that show none of the kinds. */
export function allShow(kinds: readonly string[], sentences: readonly string[]): void {
  assert.deepEqual(
    sentences.filter((sentence) => !shows(kindsOf(sentence), kinds)),
    [],
  )
}

/** Fails with the sentences that show any kind, and with what they show. */
export function nothingShows(sentences: readonly string[]): void {
  assert.deepEqual(
    sentences.map((sentence) => [sentence, ...kindsOf(sentence)]).filter((found) => shows(found, ALL)),
    [],
  )
}

function shows(found: readonly string[], wanted: readonly string[]): boolean {
  return found.some((kind) => wanted.includes(kind))
}

function kindsOf(sentence: string): readonly string[] {
  return findings(sentence).intents.map(({ kind }) => kind)
}
