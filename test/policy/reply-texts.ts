import fc from 'fast-check'

/** Sentences of answers, safe and unsafe, in the eleven languages; each has at least three words. */
const SENTENCES = [
  'Thank you for your order 302-7654321-1234567.',
  'Please write to lena.frost@example.com today!',
  'Call our workshop on +44 20 7946 0018 or (202) 555-0143.',
  'See www.example.com/a, e.g. the manual.',
  'We will refund you $19.99 within two days.',
  'Leave us five stars and we send you a voucher.',
  'Please send us your card number and the CVV.',
  'You will definitely have it tomorrow, I promise.',
  'Please withdraw your claim before we refund you.',
  'I am sorry that the lamp arrived broken 🙂.',
  'My card is 4111 1111 1111 1111 and DE89 3704 0044 0532 0130 00 🙂.',
  'Ask lena at example dot com for it?',
  'Great 🎉🎉 news for you!',
  'Vielen Dank für Ihre Nachricht.',
  'Mehr dazu auf https://www.amazon.de/dp/B07MGPBTU3.',
  'Bitte löschen Sie Ihre Bewertung, dann erstatten wir.',
  "Merci d'écrire à lena@example.com demain.",
  'La lampe arrivera demain, promis juré.',
  'Mi mandi il suo numero di telefono.',
  'Le enviaremos otro hoy mismo por correo.',
  'ご注文ありがとうございます。',
  'lena@example.comまでご連絡ください。',
  '星5のレビューで1000円クーポンを差し上げます。',
  'Stuur ons uw rekeningnummer en uw IBAN.',
  'Proszę napisać do nas na WhatsApp.',
  'Betala direkt via banköverföring i stället.',
  'Envie o número do cartão por favor.',
  'Numaranızı gönderin, orada konuşalım lütfen.',
  'Пишите нам сегодня вечером.',
] as const

const BLANKS = [' ', '\n', '\n\n', '\n\n\n\n', '\n \n\n'] as const

/** Answers made of whole sentences. */
export function replyText(): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(...BLANKS)), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.flat().slice(0, -1).join(''))
}

const PIECES = [
  ...SENTENCES,
  'lena at example dot com ',
  '4111 1111 1111 1111',
  '4',
  'GB82 WEST 1234 5698 7654 32',
  'phone 555 0143 ',
  'password: ',
  'Lamp-77!x',
  'PIN 4821',
  'SSN 536-90-4399',
  'I have asthma ',
  '12 Example Street, London SW1A 1AA',
  '@lena_frost on Instagram ',
  'https://example.com/a?b=lena@example.com',
  '302-7654321-1234567',
  '⟦CARD⟧',
  '⟦',
  '⟧',
  '😀',
  '\u200b',
  '\u0301',
  '\ud83d',
  '\n',
  ' ',
  '-',
  'not ',
  'never ',
] as const

/** Anything at all, with pieces in it that rules look for. */
export function messyText(): fc.Arbitrary<string> {
  const noise = fc.oneof(fc.string({ maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 4 }))
  return fc.array(fc.oneof(fc.constantFrom(...PIECES), noise), { maxLength: 14 }).map((parts) => parts.join(''))
}

/** The trade's own numbers in a sentence; nothing may be found in them. */
export function tradeText(): fc.Arbitrary<string> {
  const digits = (length: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
  const code = (length: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'), minLength: length, maxLength: length })
  const id = fc.oneof(
    fc.tuple(digits(3), digits(7), digits(7)).map((parts) => parts.join('-')),
    code(8).map((rest) => `B0${rest}`),
    code(7).map((rest) => `X00${rest}`),
    digits(20).map((rest) => `94${rest}`),
    digits(12).map((rest) => `TBA${rest}`),
    fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')} EUR`),
    fc
      .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  )
  return id.map((written) => `It is about ${written} from last week.`)
}
