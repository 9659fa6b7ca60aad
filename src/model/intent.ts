/** What a sentence tries to do, as far as a rule forbids it or a person must know of it. */
export const INTENT_KINDS = [
  // away from Amazon
  'ASK_CONTACT',
  'MOVE_OFF',
  'OWN_SITE',
  'PAY_OUTSIDE',
  // what nobody can keep
  'PROMISE',
  // reviews
  'REVIEW_INCENTIVE',
  'REVIEW_POSITIVE',
  'REVIEW_CHANGE',
  'REVIEW_CONDITION',
  'REVIEW_HOWTO',
  // asks that nobody may make
  'ASK_CARD',
  'ASK_BANK',
  'ASK_ID',
  'ASK_SECRET',
  'ASK_PERSONAL',
  // tone
  'ABUSE',
  'THREAT',
  'BLAME',
  'AGENT_FACT',
  // selling
  'MARKETING',
  'OPT_OUT_LINK',
  // orders and claims
  'ASK_CANCEL',
  'CLAIM_PRESSURE',
  'CONFIRM_ONLY',
  'SPEAK_FOR_AMAZON',
  'IMPERSONATE_AMAZON',
  // what an incoming message may hold besides
  'PHISHING',
  'EXTORTION',
  'DANGER',
] as const

export type IntentKind = (typeof INTENT_KINDS)[number]
