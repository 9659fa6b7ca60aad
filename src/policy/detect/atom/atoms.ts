/**
 * The parts of meaning that the lexicons give words and phrases to. The grammar joins them to intents; a detector of
 * single words reads one of them alone. A word may carry several. Lexicons stand in `pack/lexicon`, one file a topic and
 * language.
 */
export const ATOMS = [
  // small words
  'foreign', // small words of languages that the rules do not cover
  'function', // words of no meaning of their own that tell the language: the, und, avec
  'neg', // turns the sentence round: not, never (as a ban), without, cannot, no; negated verb forms where the language has them
  'idiom', // a phrase whose words do not mean here what they mean alone: not only, feel free, we will send, gift card balance
  'but', // ends the reach of a negation: but, sondern, mais
  'softener', // takes the edge off a promise: should, probably, expected, usually, we try
  'condition', // if, once, in return, in exchange
  'orElse', // or else, otherwise, unless
  'before', // before, instead of, rather than
  'your', // your, of yours
  'our', // our, my: only what stands before one's own number or address
  // asking
  'give', // asks for something: send me, give us, tell, share, provide, confirm, we need, enter
  'request', // please, could you, we need you to: before a `sendVerb` it asks
  'sendVerb', // to send, to give, to tell: a form that alone may have another subject
  'whatIs', // what is, which is, wie lautet
  'please', // before a `verbLast` a `give`: bitte
  'verbLast', // senden, at the end of a request
  'toUs', // me, us: who shall have it
  'haveYou', // do you have, do you use, are you on
  // contact
  'phoneNoun', // phone number, mobile, your number
  'yourNumber', // your number, the number: of a phone, unless it is of a card, an account or an identity
  'tradeNumber', // order number, tracking number: what `yourNumber` may be besides
  'emailNoun', // e-mail address, mail
  'contactMe', // contact me, write me, text us, add me, find us
  'callMe', // asks for a call, whole phrase: call us, give me a ring
  'via', // by, via, over, on: only what can stand right before a messenger
  'viaAfter', // by, via: only what can stand right behind a messenger: üzerinden, で
  'messenger', // names of messengers and social networks
  'talk', // talk, chat, discuss, settle
  'directly', // directly, privately, personally
  'elsewhere', // there, over there, on another channel
  'offAmazon', // whole phrase: outside Amazon, off the platform
  'onAmazon', // through Amazon, in Amazon's messages: what makes a contact allowed
  'ownSite', // our website, our shop
  'siteNoun', // shop, website, page: with `our` before it an `ownSite`
  'visit', // visit, go to, order on, buy from
  // money
  'pay', // pay, transfer, wire
  'outsidePay', // bank transfer, PayPal, cash, gift card as payment, crypto
  'money', // the money, the amount: with a way to pay it is asked for
  'yourAccount', // to your bank account: where no refund of a seller goes
  'cheaper', // cheaper, you save
  'refund', // refund, money back
  // promises
  'promise', // whole phrase: I promise, we guarantee that, you have my word
  'absolute', // definitely, for sure, 100 %, without fail
  'never', // never, always, forever, of a product or a delivery
  'future', // will arrive, you will have, delivery, will be refunded: what lies ahead
  'fault', // break, fail, tear, fade
  'cannot', // cannot, will not: before a `fault` a promise
  'lifetime', // for life, for ever
  'guarantee', // guaranteed
  'timeFrame', // tomorrow, by Friday, within 24 hours
  'neutralPercent', // what makes a percentage or an absolute word harmless: cotton, battery, charged
  // reviews
  'review', // review, rating, feedback
  'starsHigh', // five stars, positive, good (of a review)
  'starsLow', // one star, negative, bad (of a review)
  'good', // positive, good, kind: before a review `starsHigh`
  'bad', // negative, poor, old: before a review `starsLow`
  'goodAfter', // as `good`, behind a review: avis positif
  'badAfter', // as `bad`, behind a review: reseña negativa
  'reviewVerb', // leave, write, rate
  'changeVerb', // remove, delete, change, update, revise, take down
  'past', // was, has been, hat: what has happened is no promise
  'weDid', // we have, was: what is done already is not asked for
  'ownView', // I would give: the writer tells of stars of his own
  'incentive', // voucher, gift, money, free, discount, reward, cashback
  'ifHappy', // if you are satisfied
  'happy', // satisfied, like it, all is well: says with a condition what `ifHappy` says
  'honest', // honest, your own words: makes an invitation neutral
  'wish', // asks by wishing: help us with, would be happy about, means a lot to us
  'acquaintance', // friends and family, your partner, a second account: who reviews for somebody
  'proof', // screenshot, link, proof
  'howTo', // write at least, mention, include a photo
  // sensitive
  'cardNoun', // card number, CVV, expiry date
  'bankNoun', // IBAN, account number, sort code
  'idNoun', // social security number, passport, copy of your ID
  'copyOf', // copy, photo, scan, front and back: with a document an idNoun
  'document', // passport, ID, driving licence, bank card
  'secretNoun', // password, PIN, one-time code, login
  'theCode', // the code: secret only where somebody wants to be told it
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
  'amazonName', // Amazon as the one who acts
  'amazonDecides', // will refund, accepts, finds for you: behind Amazon's name `amazonWill`
  'weAreAmazon', // whole phrase: we are Amazon, Amazon's security team
  'phish', // whole phrase: verify your account, click the link, account suspended
  'verifyVerb', // verify, update, unlock: before an account `phish`
  'account', // account, identity, payment method
  'locked', // has been suspended, locked: behind an account `phish`
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
  'healthIfPersonal', // the same, but also words of goods and everyday life: only with a cue in the sentence
  'healthCue', // I suffer from, diagnosed with, my mother has, patient
  'healthGoods', // goods named after an illness: gloves, pillow, test strips
  'insult', // insults nobody mistakes
  'insultLocal', // insults that are harmless words in another covered language
  'insultAddressed', // words that insult only where they are hurled at somebody: pig, liar, clown
  'insultAccented', // insults only as written with a mark: coño, piç; also voiced kana
  'insultPlain', // insults only as written without one: sik, not sık; also kana without voicing
  'insultVeto', // harmless phrases with such a word in them: maine coon, drain cock
  'youAre', // what stands right before a hurled word: you, you are a, bunch of, espèce de
  // coaching
  'greeting',
  'thanks',
  'sorry',
  'empathy',
  'nextStep',
  'closing',
  'jargon',
  'acknowledge', // we have your message, we look into it, we will come back: says nothing yet
  'soon', // as soon as possible, shortly: sounds like a time and names none
  // parts of addresses, links and handles as words
  'atWord', // the sign @ as a word: arroba, snabel-a, アットマーク
  'atProviderWord', // stands for @ only before the name of a mail provider: bei, chez
  'dotWord', // the sign . as a word: punkt, point, nokta
  'dashWord', // the signs _ and - as words: underscore, bindestrich
  'notALocal', // what stands before "at gmail" and is no name: account, look
  'everydayEnding', // ends a host and is a small word of the language: it, is, es, de
  'everydayName', // stands before "dot com" and is no name: the, your
  'webCue', // www
  'hostCue', // stands right before a host: visit, auf, site
  'notAHandle', // follows @ and names nobody: media, home
  'goBy', // between a messenger and the name there, of a person: under, heiße ich, je suis
  'nameLink', // between a messenger and the name there: is, account
  // words around secrets
  'weakPasswordWord', // pass, pw, clave: announce a secret only with a sign behind
  'loginWord', // user, login: the other half of a pair
  'plainCode', // code: a secret only of a lock
  'lockNoun', // door, gate, safe, key box
  'valueLink', // between the word for a secret and the secret: is, lautet, は
  'notAValue', // follows a word for a secret and is none: wrong, required
  'keyPrefix', // what makers begin their keys with: ghp_, sk_live_
  'keyBlock', // BEGIN PRIVATE KEY
  'bearer', // stands before a token: Bearer
  'seedCue', // recovery phrase of a wallet
  // words that announce a value
  'passwordWord',
  'codeWord',
  'bankWord', // a label that belongs to an account number: routing, BLZ, conto
  'bankCue', // bank details, account holder: speaks of an account, no part of its number
  'cardCue', // card, Visa: what a card number stands near
  'idWord', // names one official number: BSN, codice fiscale, tax id
  'idCue', // speaks of identity, taxes or customs in general
  'ssnWord', // social security number of the United States
  'documentWord', // passport, driving licence
  'tradeCue', // order, parcel, invoice: a number near it is none of a person
  'tradeLabel', // IMEI, serial number, lot: names the number directly behind it
  'extensionWord', // extension of a phone number
  // places
  'streetAfter', // street words behind the name: Street, Caddesi
  'streetBefore', // street words before the name: rue, Via, ul.
  'streetMaybe', // street words that are everyday words too: View, park, Monte
  'postBox', // PO box, Packstation: a number alone follows
  'unitWord', // parts inside a house: Apt., étage, Lgh, c/o
  'countryWord', // countries, states and regions that end an address
  'addressCue', // announces an address: ship to, my address is
  'prefecture', // Japanese prefectures and large cities
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

/**
 * Atoms that a detector only asks for at a place it has reached (`endOfAtomAt`, `isExactly`). Their words are the most
 * frequent of all, so they are not listed with the others but looked up when asked for.
 */
export const QUIET_ATOMS: ReadonlySet<Atom> = new Set<Atom>([
  'everydayEnding',
  'everydayName',
  'goBy',
  'nameLink',
  'notAHandle',
  'notALocal',
  'notAValue',
])
