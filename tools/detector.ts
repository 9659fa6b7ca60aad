import type { IntentKind } from '../src/model/intent.ts'
import { findings } from '../src/policy/detect/findings.ts'

/** A found range under the name that labelled sets use. Offsets are UTF-16 units. */
export interface Scored {
  readonly type: string
  readonly start: number
  readonly end: number
}

const TYPES: Partial<Readonly<Record<IntentKind, string>>> = {
  ABUSE: 'ABUSE',
  ASK_CONTACT: 'OFFPLATFORM',
  MOVE_OFF: 'OFFPLATFORM',
  OWN_SITE: 'OFFPLATFORM',
  PAY_OUTSIDE: 'OFFPLATFORM',
  PROMISE: 'PROMISE',
  REVIEW_INCENTIVE: 'REVIEW_MANIP',
  REVIEW_POSITIVE: 'REVIEW_MANIP',
  REVIEW_CHANGE: 'REVIEW_MANIP',
  REVIEW_CONDITION: 'REVIEW_MANIP',
  ASK_CARD: 'SENSITIVE_REQUEST',
  ASK_BANK: 'SENSITIVE_REQUEST',
  ASK_ID: 'SENSITIVE_REQUEST',
  ASK_SECRET: 'SENSITIVE_REQUEST',
  ASK_PERSONAL: 'SENSITIVE_REQUEST',
  MARKETING: 'MARKETING',
  ASK_CANCEL: 'ASK_CANCEL',
  CLAIM_PRESSURE: 'CLAIM_PRESSURE',
  SPEAK_FOR_AMAZON: 'SPEAK_FOR_AMAZON',
  IMPERSONATE_AMAZON: 'IMPERSONATE_AMAZON',
  PHISHING: 'PHISHING',
  EXTORTION: 'EXTORTION',
  DANGER: 'DANGER',
  THREAT: 'THREAT',
  BLAME: 'BLAME',
}

/** Everything the policy engine finds in a text, named as labelled sets name it, for scoring. `lang` is a hint. */
export function detect(text: string, lang?: string): readonly Scored[] {
  const { values, intents } = findings(text, lang === undefined ? {} : { lang })
  return [
    ...values.map(({ kind, start, end }) => ({ type: kind, start, end })),
    ...intents.flatMap(({ kind, start, end }) => {
      const type = TYPES[kind]
      return type === undefined ? [] : [{ type, start, end }]
    }),
  ]
}
