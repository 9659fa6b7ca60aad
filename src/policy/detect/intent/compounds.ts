import type { Atom } from '../atom/atoms.ts'

/** Two atoms that together are a third, if the second follows close upon the first: `kind` and `review` are five stars. */
export interface Compound {
  readonly first: Atom
  readonly second: Atom
  readonly gives: Atom
  /** Most units between them: room for an article and an adjective. */
  readonly gap: number
}

/** What lexicons need not multiply out. */
export const COMPOUNDS: readonly Compound[] = [
  { first: 'our', second: 'siteNoun', gives: 'ownSite', gap: 24 },
  { first: 'good', second: 'review', gives: 'starsHigh', gap: 24 },
  { first: 'bad', second: 'review', gives: 'starsLow', gap: 24 },
  { first: 'review', second: 'goodAfter', gives: 'starsHigh', gap: 16 },
  { first: 'review', second: 'badAfter', gives: 'starsLow', gap: 16 },
  { first: 'request', second: 'sendVerb', gives: 'give', gap: 16 },
  { first: 'sendVerb', second: 'your', gives: 'give', gap: 8 },
  { first: 'please', second: 'verbLast', gives: 'give', gap: 60 },
  { first: 'cannot', second: 'fault', gives: 'promise', gap: 6 },
  { first: 'copyOf', second: 'document', gives: 'idNoun', gap: 32 },
  { first: 'amazonName', second: 'amazonDecides', gives: 'amazonWill', gap: 20 },
  { first: 'verifyVerb', second: 'account', gives: 'phish', gap: 24 },
  { first: 'account', second: 'locked', gives: 'phish', gap: 32 },
]
