import type { Pattern } from './pattern.ts'

/** How far a preposition may stand before the messenger it belongs to: `by WhatsApp`, `über Ihr WhatsApp`. */
const BESIDE = 24
/** How far a possessive may stand before its noun: `our direct phone number`. */
const OWNED = 40
/** How far a verb may stand from the word it governs where further words would make it another matter. */
const GOVERNED = 70

/** The grammar. Words are of the lexicons, so one line here holds for every language. */
export const PATTERNS: readonly Pattern[] = [
  // away from Amazon
  {
    kind: 'ASK_CONTACT',
    all: [
      ['give', 'haveYou'],
      ['phoneNoun', 'emailNoun'],
    ],
  },
  { kind: 'ASK_CONTACT', all: [['whatIs'], ['phoneNoun', 'emailNoun']], near: GOVERNED },
  {
    kind: 'ASK_CONTACT',
    all: [['give', 'whatIs'], ['yourNumber']],
    unless: ['cardNoun', 'bankNoun', 'idNoun', 'secretNoun', 'tradeNumber'],
    near: GOVERNED,
  },
  { kind: 'ASK_CONTACT', all: [['give', 'whatIs', 'haveYou'], ['messenger']] },
  { kind: 'MOVE_OFF', all: [['our'], ['phoneNoun', 'emailNoun', 'messenger']], near: OWNED, isOrdered: true },
  { kind: 'MOVE_OFF', all: [['callMe']] },
  { kind: 'MOVE_OFF', all: [['offAmazon']] },
  { kind: 'MOVE_OFF', all: [['via'], ['messenger']], near: BESIDE, isOrdered: true },
  { kind: 'MOVE_OFF', all: [['messenger'], ['viaAfter']], near: BESIDE, isOrdered: true },
  { kind: 'MOVE_OFF', all: [['messenger'], ['contactMe', 'talk', 'directly', 'elsewhere', 'visit']] },
  {
    kind: 'MOVE_OFF',
    all: [
      ['contactMe', 'talk'],
      ['directly', 'elsewhere', 'phoneNoun', 'emailNoun'],
    ],
    unless: ['onAmazon'],
  },
  {
    kind: 'OWN_SITE',
    all: [['ownSite'], ['visit', 'contactMe', 'talk', 'directly', 'cheaper', 'pay', 'give', 'incentive']],
  },
  { kind: 'OWN_SITE', all: [['visit'], ['directly', 'elsewhere'], ['cheaper', 'incentive']], unless: ['onAmazon'] },
  { kind: 'PAY_OUTSIDE', all: [['pay'], ['outsidePay', 'directly', 'offAmazon']] },
  { kind: 'PAY_OUTSIDE', all: [['pay'], ['elsewhere'], ['cheaper']] },
  { kind: 'PAY_OUTSIDE', all: [['pay'], ['yourAccount']] },
  { kind: 'PAY_OUTSIDE', all: [['money'], ['outsidePay']] },
  { kind: 'PAY_OUTSIDE', all: [['outsidePay'], ['refund', 'give', 'directly', 'cheaper']] },
  { kind: 'PAY_OUTSIDE', all: [['directly'], ['cheaper']] },
  // what nobody can keep
  { kind: 'PROMISE', all: [['promise']], unless: ['softener'], negatedBefore: true },
  {
    kind: 'PROMISE',
    all: [['absolute'], ['future', 'refund']],
    unless: ['softener', 'neutralPercent', 'past', 'empathy'],
  },
  { kind: 'PROMISE', all: [['never'], ['fault']], unless: ['softener', 'past'], isOneClause: true, evenNegated: true },
  { kind: 'PROMISE', all: [['never'], ['absolute']], unless: ['softener', 'neutralPercent'], evenNegated: true },
  { kind: 'PROMISE', all: [['absolute'], ['fault']], unless: ['softener', 'past', 'empathy'], evenNegated: true },
  { kind: 'PROMISE', all: [['guarantee'], ['fault']], unless: ['softener'], evenNegated: true },
  { kind: 'PROMISE', all: [['lifetime'], ['guarantee', 'promise', 'future']], unless: ['softener'] },
  {
    kind: 'PROMISE',
    all: [['guarantee'], ['future', 'timeFrame', 'never', 'absolute', 'refund']],
    unless: ['softener'],
  },
  // reviews
  { kind: 'REVIEW_INCENTIVE', all: [['review', 'starsHigh'], ['incentive']] },
  { kind: 'REVIEW_INCENTIVE', all: [['review', 'starsHigh'], ['refund', 'outsidePay'], ['reviewVerb']] },
  { kind: 'REVIEW_INCENTIVE', all: [['starsHigh'], ['refund', 'outsidePay', 'condition']] },
  { kind: 'REVIEW_INCENTIVE', all: [['proof'], ['review', 'starsHigh'], ['give', 'refund']] },
  { kind: 'REVIEW_POSITIVE', all: [['starsHigh'], ['reviewVerb', 'give', 'wish']], unless: ['ownView'] },
  { kind: 'REVIEW_POSITIVE', all: [['acquaintance'], ['review', 'starsHigh'], ['reviewVerb', 'give', 'wish']] },
  { kind: 'REVIEW_POSITIVE', all: [['ifHappy'], ['review', 'reviewVerb', 'starsHigh']] },
  { kind: 'REVIEW_POSITIVE', all: [['condition'], ['happy'], ['review', 'starsHigh']] },
  {
    kind: 'REVIEW_CHANGE',
    all: [
      ['changeVerb', 'withdraw'],
      ['review', 'starsLow'],
    ],
    unless: ['weDid'],
    near: GOVERNED,
  },
  { kind: 'REVIEW_CHANGE', all: [['changeVerb'], ['starsHigh']], near: GOVERNED },
  { kind: 'REVIEW_CHANGE', all: [['before'], ['review', 'starsLow'], ['contactMe', 'give', 'reviewVerb']] },
  {
    kind: 'REVIEW_CONDITION',
    all: [
      ['refund', 'incentive'],
      ['condition'],
      ['review', 'starsLow'],
      ['reviewVerb', 'changeVerb', 'withdraw', 'starsHigh'],
    ],
  },
  { kind: 'REVIEW_HOWTO', all: [['howTo'], ['review', 'reviewVerb']] },
  // asks that nobody may make
  { kind: 'ASK_CARD', all: [['give', 'whatIs', 'haveYou'], ['cardNoun']] },
  { kind: 'ASK_BANK', all: [['give', 'whatIs', 'haveYou'], ['bankNoun']] },
  { kind: 'ASK_ID', all: [['give', 'whatIs', 'haveYou'], ['idNoun']] },
  { kind: 'ASK_SECRET', all: [['give', 'whatIs'], ['secretNoun']] },
  { kind: 'ASK_SECRET', all: [['give'], ['theCode'], ['toUs']], near: OWNED },
  { kind: 'ASK_PERSONAL', all: [['give', 'whatIs'], ['personalNoun']] },
  // tone
  { kind: 'ABUSE', all: [['abusePhrase']], evenNegated: true },
  { kind: 'THREAT', all: [['threat']] },
  { kind: 'BLAME', all: [['blame']] },
  { kind: 'AGENT_FACT', all: [['agentFact']] },
  // selling
  { kind: 'MARKETING', all: [['marketing']] },
  { kind: 'OPT_OUT_LINK', all: [['unsubscribe']], evenNegated: true },
  // orders and claims
  { kind: 'ASK_CANCEL', all: [['cancel'], ['orderNoun'], ['give', 'your', 'request']] },
  { kind: 'CLAIM_PRESSURE', all: [['claim'], ['withdraw', 'cancel', 'changeVerb']] },
  { kind: 'CLAIM_PRESSURE', all: [['claim'], ['before'], ['contactMe', 'give']] },
  { kind: 'CONFIRM_ONLY', all: [['confirmOnly']] },
  { kind: 'SPEAK_FOR_AMAZON', all: [['amazonWill']] },
  { kind: 'IMPERSONATE_AMAZON', all: [['weAreAmazon']] },
  // incoming
  { kind: 'PHISHING', all: [['weAreAmazon'], ['phish', 'pay', 'outsidePay', 'secretNoun', 'cardNoun', 'bankNoun']] },
  { kind: 'PHISHING', all: [['phish']] },
  {
    kind: 'EXTORTION',
    all: [['demand', 'refund'], ['orElse', 'condition', 'before'], ['badReview']],
    evenNegated: true,
  },
  { kind: 'DANGER', all: [['danger', 'legal']], evenNegated: true },
]
