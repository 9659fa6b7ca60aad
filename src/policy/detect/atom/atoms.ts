/**
 * The parts of meaning that the lexicons give words and phrases to. The grammar joins them to intents; a detector of
 * single words reads one of them alone. A word may carry several. Lexicons stand in `pack/lexicon`, one file a topic and
 * language.
 */
export const ATOMS = [
  // small words
  'function', // words of no meaning of their own that tell the language: the, und, avec
  'neg', // turns the sentence round: not, never (as a ban), without, cannot, no; negated verb forms where the language has them
  'but', // ends the reach of a negation: but, sondern, mais
  'softener', // takes the edge off a promise: should, probably, expected, usually, we try
  'condition', // if, once, in return, in exchange
  'orElse', // or else, otherwise, unless
  'before', // before, instead of, rather than
  'your', // your, of yours
  'aside', // whole phrase that only looks like other atoms: do not hesitate, order number, 100 % cotton; hides those inside it
  // asking
  'give', // asks for something: send me, give us, tell, share, provide, confirm, we need, enter
  'whatIs', // what is, which is, wie lautet
  // contact
  'phoneNoun', // phone number, mobile, your number
  'emailNoun', // e-mail address, mail
  'contactMe', // contact me, write me, text us, add me, find us
  'callMe', // asks for a call, whole phrase: call us, give me a ring
  'via', // by, via, over, on: only what can stand right before a messenger
  'messenger', // names of messengers and social networks
  'talk', // talk, chat, discuss, settle
  'directly', // directly, privately, personally
  'elsewhere', // there, over there, on another channel
  'offAmazon', // whole phrase: outside Amazon, off the platform
  'ownSite', // our website, our shop
  'visit', // visit, go to, order on, buy from
  // money
  'pay', // pay, transfer, wire
  'outsidePay', // bank transfer, PayPal, cash, gift card as payment, crypto
  'cheaper', // cheaper, you save
  'refund', // refund, money back
  // promises
  'promise', // whole phrase: I promise, we guarantee that, you have my word
  'absolute', // definitely, for sure, 100 %, without fail
  'never', // never, always, forever, of a product or a delivery
  'future', // will arrive, you will have, delivery, will be refunded: what lies ahead
  'fault', // break, fail, tear, fade
  'lifetime', // for life, for ever
  'guarantee', // guaranteed
  'timeFrame', // tomorrow, by Friday, within 24 hours
  'neutralPercent', // what makes a percentage or an absolute word harmless: cotton, battery, charged
  // reviews
  'review', // review, rating, feedback
  'starsHigh', // five stars, positive, good (of a review)
  'starsLow', // one star, negative, bad (of a review)
  'reviewVerb', // leave, write, rate
  'changeVerb', // remove, delete, change, update, revise, take down
  'incentive', // voucher, gift, money, free, discount, reward, cashback
  'ifHappy', // if you are satisfied
  'honest', // honest, your own words: makes an invitation neutral
  'howTo', // write at least, mention, include a photo
  // sensitive
  'cardNoun', // card number, CVV, expiry date
  'bankNoun', // IBAN, account number, sort code
  'idNoun', // social security number, passport, copy of your ID
  'secretNoun', // password, PIN, one-time code, login
  'personalNoun', // date of birth, religion, partner, illness asked for
  // selling
  'marketing', // whole phrase: special offer, our newsletter, our other products
  'unsubscribe', // unsubscribe, opt out of messages
  // orders, claims, Amazon
  'orderNoun', // order, purchase
  'cancel', // cancel
  'claim', // A-to-z claim, chargeback, dispute, case
  'withdraw', // withdraw, close, drop
  'confirmOnly', // whole phrase: your order has been shipped
  'amazonWill', // whole phrase: Amazon will refund you
  'weAreAmazon', // whole phrase: we are Amazon, Amazon's security team
  'phish', // whole phrase: verify your account, click the link, account suspended
  // tone
  'abusePhrase', // whole phrase that insults
  'threat', // whole phrase: we will sue you, you will regret
  'blame', // whole phrase: it is your own fault
  'agentFact', // whole phrase of the writer's private life
  'badReview', // whole phrase: leave a bad review, report you to Amazon
  'demand', // refund me, money back, free replacement (as a demand)
  'danger', // injury, burn, fire, smoke, electric shock, allergic reaction
  'legal', // lawyer, court, police, press, authority
  // words that are sensitive by themselves
  'health', // illnesses, diagnoses, therapies, disabilities, pregnancy
  'healthCue', // I suffer from, diagnosed with, wheelchair user
  'insult', // insults nobody mistakes
  'insultLocal', // insults that are harmless words in another covered language
  // coaching
  'greeting',
  'thanks',
  'sorry',
  'empathy',
  'nextStep',
  'closing',
  'jargon',
  // words that announce a value
  'passwordWord',
  'codeWord',
  'bankWord',
  'idWord',
  'streetWord',
  'addressCue',
  'phoneCue',
  'emailCue',
  'handleCue',
] as const

export type Atom = (typeof ATOMS)[number]

const IDS: ReadonlyMap<string, number> = new Map(ATOMS.map((atom, id) => [atom, id]))

/** The number by which hits name an atom; -1 for a name that is none. */
export function atomId(atom: string): number {
  return IDS.get(atom) ?? -1
}
