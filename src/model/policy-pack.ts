import type { RuleForce, Source } from './finding.ts'

/** A number of Amazon's with where it was read. */
export interface SourcedNumber {
  readonly value: number
  readonly unit: 'ms' | 'characters' | 'bytes' | 'count' | 'days'
  readonly source: string
}

/** A list of words or codes with where it was read. */
export interface SourcedList {
  readonly values: readonly string[]
  readonly source: string
}

/** One rule of the catalogue: which force it has and why. `source` names an entry of `sources`. */
export interface PackRule {
  readonly id: string
  readonly title: string
  readonly force: RuleForce
  readonly reason: string
  readonly source: string
}

export const LIMIT_NAMES = [
  'answerMs',
  'claimRiskMs',
  'replyMaxCharacters',
  'lineBreaksInARow',
  'personKeptDays',
  'textKeptDays',
  'goodwillAfterDays',
] as const
export type LimitName = (typeof LIMIT_NAMES)[number]

/** Dated data: every threshold and list of Amazon's that the product acts on. */
export interface PolicyPack {
  readonly id: string
  /** YYYY-MM-DD, the day its sources were last read. */
  readonly date: string
  readonly sources: Readonly<Record<string, Source>>
  readonly limits: Readonly<Record<LimitName, SourcedNumber>>
  readonly marketplaceTlds: SourcedList
  readonly amazonDomains: SourcedList
  readonly rules: Readonly<Record<string, PackRule>>
}
