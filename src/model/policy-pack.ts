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
  readonly id: RuleId
  readonly title: string
  readonly force: RuleForce
  readonly reason: string
  readonly source: string
  /** Whether an account may make the rule milder; every account may make it stricter. */
  readonly mayLoosen: boolean
}

export const LIMIT_NAMES = [
  'answerMs',
  'claimRiskMs',
  'figureShortDays',
  'figureMiddleDays',
  'figureLongDays',
  'replyMaxCharacters',
  'lineBreaksInARow',
  'personKeptDays',
  'textKeptDays',
  'goodwillAfterDays',
  'proactiveDays',
  'requestFromDays',
  'requestUntilDays',
  'messagesPerDailyOrder',
  'messagesBesides',
  'messagesWarnPercent',
  'claimInformationMs',
  'claimAppealDays',
  'claimFilingDays',
  'returnAnswerMs',
  'returnRiskMs',
  'sentenceMaxWords',
  'aliasThreadDays',
  'attachmentMaxBytes',
] as const
export type LimitName = (typeof LIMIT_NAMES)[number]

/**
 * The lists a pack holds. `linkShorteners` are hosts that hide where a link goes; `sellingPaths` begin Amazon pages that
 * sell; `importantTags` mark a subject as critical.
 */
export const LIST_NAMES = [
  'marketplaceTlds',
  'amazonDomains',
  'linkShorteners',
  'sellingPaths',
  'importantTags',
] as const
export type ListName = (typeof LIST_NAMES)[number]

/** The rules this program acts on. `OUT` are of Amazon's catalogue, `DESK` are the desk's own. */
export const RULE_IDS = [
  'OUT-001',
  'OUT-002',
  'OUT-003',
  'OUT-004',
  'OUT-005',
  'OUT-006',
  'OUT-007',
  'OUT-008',
  'OUT-020',
  'OUT-021',
  'OUT-022',
  'OUT-023',
  'OUT-024',
  'OUT-025',
  'OUT-030',
  'OUT-031',
  'OUT-032',
  'OUT-033',
  'OUT-034',
  'OUT-035',
  'OUT-036',
  'OUT-037',
  'OUT-038',
  'OUT-039',
  'OUT-040',
  'OUT-041',
  'OUT-044',
  'OUT-050',
  'OUT-051',
  'OUT-052',
  'OUT-053',
  'OUT-060',
  'OUT-061',
  'OUT-062',
  'OUT-070',
  'OUT-071',
  'OUT-072',
  'OUT-074',
  'OUT-075',
  'OUT-080',
  'OUT-081',
  'OUT-082',
  'OUT-083',
  'OUT-084',
  'OUT-085',
  'OUT-086',
  'OUT-087',
  'OUT-090',
  'OUT-091',
  'OUT-092',
  'OUT-094',
  'OUT-095',
  'OUT-096',
  'OUT-097',
  'OUT-098',
  'OUT-099',
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
