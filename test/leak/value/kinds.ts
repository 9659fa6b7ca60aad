import type { Chance } from './chance.ts'
import {
  brazilianCpf,
  cardNumber,
  dutchBsn,
  frenchSecurityNumber,
  germanTaxId,
  iban,
  italianTaxCode,
  japaneseMyNumber,
  polishPesel,
  spanishDni,
  swedishPersonalNumber,
} from './official-numbers.ts'
import type { SecretKind } from './secret-kind.ts'

const card = (chance: Chance): string => cardNumber(chance)
const cut = (text: string, by: readonly number[], sign: string): string => {
  let at = 0
  return by.map((length) => text.slice(at, (at += length))).join(sign)
}
const fours = (sign: string) => (chance: Chance) => cut(card(chance), [4, 4, 4, 4], sign)
/** The same digits of another script, by its zero. */
const inDigits = (text: string, zero: number): string =>
  text.replaceAll(/\d/gu, (digit) => String.fromCodePoint(zero + Number(digit)))
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const CARDS: readonly SecretKind[] = [
  { name: 'card, spaced', words: 'Meine Karte ist {}.', make: fours(' ') },
  { name: 'card, dashed', words: 'My card is {}, thanks.', make: fours('-') },
  { name: 'card, dotted', words: 'Ma carte est {} merci.', make: fours('.') },
  { name: 'card, bare', words: 'La mia carta è {}.', make: card },
  { name: 'card, slashes', words: 'Mijn kaart is {}.', make: fours('/') },
  { name: 'card, underscores', words: 'Mi tarjeta es {}.', make: fours('_') },
  { name: 'card, digit by digit', words: 'Moja karta {}.', make: (chance) => [...card(chance)].join(' ') },
  { name: 'card, full-width', words: 'カード番号は{}です。', make: (chance) => inDigits(fours(' ')(chance), 0xff10) },
  { name: 'card, Arabic digits', words: 'رقم بطاقتي {} شكرا', make: (chance) => inDigits(fours(' ')(chance), 0x660) },
  { name: 'card, Devanagari', words: 'मेरा कार्ड {} है', make: (chance) => inDigits(fours(' ')(chance), 0x966) },
  { name: 'card, no-break spaces', words: 'Mi tarjeta es {}.', make: fours('\u00a0') },
  { name: 'card, zero-width', words: 'Mitt kort är {}.', make: fours('\u200b') },
  {
    name: 'card, over two lines',
    words: 'Meine Karte ist {} danke.',
    make: (chance) => cut(card(chance), [8, 8], '\n'),
  },
  { name: 'card, over lines', words: 'O meu cartão é {}.', make: fours('\n') },
  { name: 'card, Amex', words: 'Amex {}', make: (chance) => cut(cardNumber(chance, '378282', 15), [4, 6, 5], ' ') },
  {
    name: 'card, in words',
    words: 'My card is {}.',
    make: (chance) => [...card(chance)].map((digit) => ENGLISH[Number(digit)]).join(' '),
  },
]

const BANK: readonly SecretKind[] = [
  {
    name: 'IBAN, Germany',
    words: 'IBAN {}',
    make: (chance) => cut(iban(chance, 'DE', '37040044', 10), [4, 4, 4, 4, 4, 2], ' '),
  },
  { name: 'IBAN, Britain', words: 'My account is {} please.', make: (chance) => iban(chance, 'GB', 'WEST', 14) },
  {
    name: 'IBAN, Poland',
    words: 'Konto {}.',
    make: (chance) => cut(iban(chance, 'PL', '10901014', 16), [4, 4, 4, 4, 4, 4, 4], '-'),
  },
  { name: 'IBAN, Netherlands', words: 'Op {} graag.', make: (chance) => iban(chance, 'NL', 'ABNA', 10).toLowerCase() },
  {
    name: 'IBAN, over two lines',
    words: 'Sul conto {} grazie.',
    make: (chance) => cut(iban(chance, 'ES', '2100', 16), [12, 12], '\n'),
  },
  {
    name: 'account, Britain',
    words: 'Refund to sort code 20-00-00 account {} please.',
    make: (chance) => `4${chance.digits(7)}`,
  },
  { name: 'account, Germany', words: 'Bitte auf Kto {} BLZ 37040044.', make: (chance) => `5${chance.digits(9)}` },
  { name: 'account, France', words: 'Mon RIB : {}', make: (chance) => `30004 00828 000${chance.digits(8)} 43` },
  { name: 'account, with BIC', words: 'Konto {}, BIC COBADEFFXXX.', make: (chance) => `6${chance.digits(9)}` },
  {
    name: 'account, United States',
    words: 'Wire it: routing number 021000021, account number {}.',
    make: (chance) => `7${chance.digits(9)}`,
  },
]

const IDENTITY: readonly SecretKind[] = [
  { name: 'id, Spain', words: 'Mi DNI es {}.', make: spanishDni },
  { name: 'id, Italy', words: 'Il mio codice fiscale è {}.', make: italianTaxCode },
  { name: 'id, Poland', words: 'Mój PESEL to {}.', make: polishPesel },
  {
    name: 'id, France',
    words: 'Mon numéro de sécurité sociale est {}.',
    make: (chance) => cut(frenchSecurityNumber(chance), [1, 2, 2, 2, 3, 3, 2], ' '),
  },
  {
    name: 'id, Brazil',
    words: 'Meu CPF é {}.',
    make: (chance) => brazilianCpf(chance).replace(/^(...)(...)(...)(..)$/u, '$1.$2.$3-$4'),
  },
  {
    name: 'id, Sweden',
    words: 'Mitt personnummer är {}.',
    make: (chance) => cut(swedishPersonalNumber(chance), [6, 4], '-'),
  },
  { name: 'id, Netherlands', words: 'Mijn BSN is {}.', make: dutchBsn },
  {
    name: 'id, Germany',
    words: 'Meine Steuer-ID lautet {}.',
    make: (chance) => cut(germanTaxId(chance), [2, 3, 3, 3], ' '),
  },
  {
    name: 'id, Japan',
    words: 'マイナンバーは{}です。',
    make: (chance) => cut(japaneseMyNumber(chance), [4, 4, 4], ' '),
  },
  {
    name: 'id, United States',
    words: 'My SSN is {}.',
    make: (chance) => `123-4${1 + chance.below(9)}-1${chance.digits(3)}`,
  },
]

const word = (chance: Chance): string => `${chance.letters(9)}${chance.digits(3)}`
const code = (chance: Chance): string => `${1 + chance.below(9)}${chance.digits(8)}`

const CREDENTIALS: readonly SecretKind[] = [
  { name: 'password, German', words: 'Mein Passwort ist {}', make: word },
  {
    name: 'password, English',
    words: 'The password is {}',
    make: (chance) => `${chance.letters(8)}-${chance.digits(2)}!x`,
  },
  { name: 'password, French', words: 'mot de passe : {}', make: word },
  { name: 'password, Italian', words: 'La mia password è {}', make: word },
  { name: 'password, Spanish', words: 'contraseña: {}', make: (chance) => `${chance.letters(8)}#3` },
  { name: 'password, Polish', words: 'hasło: {}', make: word },
  { name: 'password, Japanese', words: 'パスワードは{}です。', make: word },
  {
    name: 'password, with quote',
    words: 'Passwort: {}',
    make: (chance) => `${chance.letters(6)}"Turm${chance.digits(2)}`,
  },
  { name: 'code, English', words: 'Your verification code: {}', make: code },
  { name: 'code, German', words: 'Bestätigungscode {}', make: code },
  { name: 'code, Spanish', words: 'El código de verificación es {}.', make: code },
  {
    name: 'code, of a card',
    words: 'Meine Karte 4111 1111 1111 1111, {}',
    make: (chance) => `CVV ${100 + chance.below(900)}`,
  },
  { name: 'key of Amazon', words: 'token {}', make: (chance) => `Atzr|IwEBI${chance.letters(8)}${chance.digits(10)}` },
]

const phone = (name: string, words: string, begin: string, more: number): SecretKind => ({
  name: `phone, ${name}`,
  words,
  make: (chance) => `${begin}${chance.digits(more)}`,
})

/* Numbers that regulators keep for stories, or their neighbours. */
const CONTACT: readonly SecretKind[] = [
  phone('Germany', 'Rufen Sie an: {}.', '030 23125', 3),
  phone('Germany abroad', 'Meine Nummer ist {}.', '+49 30 23125 ', 3),
  phone('Britain', 'Call me on {}.', '020 7946 0', 3),
  phone('Britain abroad', 'Call our workshop on {}.', '+44 20 7946 0', 3),
  phone('United States', 'My phone is {}.', '(202) 555-01', 2),
  phone('United States abroad', 'Try {} in the morning.', '+1-202-555-01', 2),
  phone('France', 'Appelez le {}.', '01 99 00 1', 3),
  phone('France abroad', 'Mon numéro : {}.', '+33 1 99 00 1', 3),
  phone('Sweden', 'Ring mig på {}.', '08-465 004 ', 2),
  phone('Spain', 'Llámeme al {}.', '612 34 5', 3),
  phone('Italy abroad', 'Mi chiami al {}.', '+39 312 345 ', 4),
  {
    name: 'phone, Japan',
    words: 'お電話は{}まで。',
    make: (chance) => inDigits(`090-1234-${chance.digits(4)}`, 0xff10),
  },
  { name: 'e-mail', words: 'Schreiben Sie an {}.', make: (chance) => `${chance.letters(9)}@privat.example` },
  { name: 'e-mail, (at) dot', words: 'Write to {}.', make: (chance) => `${chance.letters(9)} (at) mail dot com` },
  { name: 'e-mail, at dot', words: 'Reach me: {}.', make: (chance) => `${chance.letters(9)} at gmail dot com` },
  { name: 'e-mail, German', words: 'Mail: {}', make: (chance) => `${chance.letters(9)} [ät] web punkt de` },
  { name: 'e-mail, full-width', words: 'メールは{}です。', make: (chance) => `${chance.letters(9)}＠mail.com` },
  {
    name: 'address, Germany',
    words: 'Meine neue Adresse: {}, 80331 München.',
    make: (chance) => `Musterweg ${100 + chance.below(900)}a`,
  },
  {
    name: 'address, Britain',
    words: 'Send it to {}, London SW1A 1AA please.',
    make: (chance) => `${100 + chance.below(900)} Sample Street`,
  },
  {
    name: 'address, France',
    words: "J'habite {}, 75002 Paris.",
    make: (chance) => `${100 + chance.below(900)} rue de Exemple`,
  },
  {
    name: 'address, Italy',
    words: 'Abito in {}, 20121 Milano (MI).',
    make: (chance) => `Via Esempio ${100 + chance.below(900)}`,
  },
  {
    name: 'address, Spain',
    words: 'Vivo en {}, 3º izq., 28013 Madrid.',
    make: (chance) => `Calle Ejemplo ${100 + chance.below(900)}`,
  },
  {
    name: 'address, Netherlands',
    words: 'Ik woon op {}, 1015 CJ Amsterdam.',
    make: (chance) => `Voorbeeldgracht ${100 + chance.below(900)}`,
  },
]

const ill = (name: string, words: string, diseases: readonly string[]): SecretKind => ({
  name: `health, ${name}`,
  words,
  make: (chance) => diseases[chance.below(diseases.length)] ?? '',
})

const HEALTH: readonly SecretKind[] = [
  ill('German', 'Ich habe {} und kann nicht warten.', ['Brustkrebs', 'Schizophrenie', 'Leukämie', 'Parkinson']),
  ill('English', 'I suffer from {} and cannot wait.', ['schizophrenia', 'depression', 'leukaemia', 'psoriasis']),
  ill('French', "Je souffre d'{}.", ['asthme', 'épilepsie', 'arthrose', 'hépatite']),
  ill('Italian', 'Soffro di {}.', ['depressione', 'epilessia', 'schizofrenia', 'diabete']),
  ill('Spanish', 'Tengo {} y me urge.', ['esclerosis múltiple', 'epilepsia', 'leucemia', 'depresión']),
]

/** Every kind, sixteen of them cards. */
export const KINDS: readonly SecretKind[] = [...CARDS, ...BANK, ...IDENTITY, ...CREDENTIALS, ...CONTACT, ...HEALTH]

/** Those that are found with no word around them, for places where few words stand. */
export const BARE_KINDS: readonly SecretKind[] = KINDS.filter(({ name }) =>
  ['card, spaced', 'card, dashed', 'IBAN, Germany', 'phone, Britain abroad', 'e-mail'].includes(name),
)
