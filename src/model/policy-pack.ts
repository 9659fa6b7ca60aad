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

/** The lists a pack holds. `linkShorteners` are hosts that hide where a link goes; `sellingPaths` begin Amazon pages that sell. */
export const LIST_NAMES = ['marketplaceTlds', 'amazonDomains', 'linkShorteners', 'sellingPaths'] as const
export type ListName = (typeof LIST_NAMES)[number]

/** The rules this program acts on. `OUT` are of Amazon's catalogue, `DESK` are the desk's own. */
export const RULE_IDS = [
  'OUT-001',
  'OUT-002',
  'OUT-003',
  'OUT-004',
  'OUT-005',
  'OUT-020',
  'OUT-021',
  'OUT-022',
  'OUT-023',
  'OUT-044',
  'OUT-050',
  'OUT-051',
  'OUT-052',
  'OUT-053',
  'OUT-085',
  'DESK-001',
  'DESK-002',
  'DESK-003',
  'DESK-004',
] as const
export type RuleId = (typeof RULE_IDS)[number]

/** Dated data: every threshold and list of Amazon's that the product acts on. */
export interface PolicyPack extends Readonly<Record<ListName, SourcedList>> {
  readonly id: string
  /** YYYY-MM-DD, the day its sources were last read. */
  readonly date: string
  readonly sources: Readonly<Record<string, Source>>
  readonly limits: Readonly<Record<LimitName, SourcedNumber>>
  readonly rules: Readonly<Record<RuleId, PackRule>>
}
