import type { IntentKind } from '../../model/intent.ts'
import type { RuleId } from '../../model/policy-pack.ts'
import type { Intent } from '../detect/intent/intent.ts'
import type { Hit } from './finding-of.ts'

/**
 * The rule that each intent breaks in an answer. Not here: what only a message that the seller starts may not do
 * (`CONFIRM_ONLY`), and what only tells something of an incoming message (`PHISHING`, `EXTORTION`, `DANGER`).
 */
const RULE_OF: Partial<Readonly<Record<IntentKind, RuleId>>> = {
  ASK_CONTACT: 'OUT-007',
  MOVE_OFF: 'OUT-008',
  OWN_SITE: 'OUT-062',
  PAY_OUTSIDE: 'OUT-086',
  PROMISE: 'OUT-092',
  REVIEW_INCENTIVE: 'OUT-070',
  REVIEW_POSITIVE: 'OUT-071',
  REVIEW_CHANGE: 'OUT-072',
  REVIEW_CONDITION: 'OUT-074',
  REVIEW_HOWTO: 'OUT-075',
  ASK_CARD: 'OUT-080',
  ASK_BANK: 'OUT-081',
  ASK_ID: 'OUT-082',
  ASK_SECRET: 'OUT-083',
  ASK_PERSONAL: 'OUT-084',
  ABUSE: 'OUT-090',
  THREAT: 'OUT-091',
  BLAME: 'OUT-091',
  AGENT_FACT: 'OUT-098',
  MARKETING: 'OUT-060',
  OPT_OUT_LINK: 'OUT-025',
  ASK_CANCEL: 'OUT-035',
  CLAIM_PRESSURE: 'OUT-099',
  SPEAK_FOR_AMAZON: 'OUT-095',
  IMPERSONATE_AMAZON: 'OUT-095',
}

/** The rules that the intents of a text break; what two intents say of the same words is said once. */
export function intentHits(intents: readonly Intent[]): readonly Hit[] {
  const hits: Hit[] = []
  for (const { kind, start, end } of intents) {
    const rule = RULE_OF[kind]
    if (rule === undefined) continue
    const isSaid = hits.some((hit) => hit.rule === rule && hit.span.start < end && hit.span.end > start)
    if (!isSaid) hits.push({ rule, span: { start, end } })
  }
  return hits
}
