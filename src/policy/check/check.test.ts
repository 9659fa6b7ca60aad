import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { currentPack } from '../pack/current-pack.ts'
import { applyFixes } from './apply-fixes.ts'
import { check } from './check.ts'

const pack = currentPack()

test('clears a plain answer', () => {
  const { verdict, findings, pack: id } = check('Thank you for your order. It is on its way to you.', { pack })

  assert.deepEqual({ verdict, findings, id }, { verdict: 'clear', findings: [], id: 'amazon-2026-11-23' })
})

test('names the rule that each kind of value breaks', () => {
  const broken: readonly (readonly [text: string, rule: string])[] = [
    ['Write to lena@example.com please.', 'OUT-004'],
    ['The number is +44 20 7946 0018 for this.', 'OUT-005'],
    ['See https://example.com for it.', 'OUT-020'],
    ['See http://example.com for it.', 'OUT-021'],
    ['See https://bit.ly/3abc for it.', 'OUT-022'],
    ['See https://www.amazon.de/dp/B07MGPBTU3 for it.', 'OUT-023'],
    ['Thank you for the order 🙂', 'OUT-050'],
    ['Thank you.\n\n\nIt is on its way to you.', 'OUT-052'],
    ['Your card 4111 1111 1111 1111 was charged.', 'OUT-085'],
    ['Please pay into DE89 3704 0044 0532 0130 00.', 'OUT-085'],
    ['The password is Lamp-77!x for you.', 'OUT-085'],
  ]

  assert.deepEqual(
    broken.filter(([text, rule]) => check(text, { pack }).verdict !== 'blocked' || rulesOf(text).join() !== rule),
    [],
  )
})

test('only advises on capitals and length', () => {
  assert.deepEqual(rulesOf('PLEASE SEND THE LAMP BACK TO US'), ['OUT-053'])
  assert.equal(check('PLEASE SEND THE LAMP BACK TO US', { pack }).verdict, 'advice')
  assert.deepEqual(rulesOf('It is on its way. '.repeat(250).slice(0, 4000)), [])
  assert.deepEqual(rulesOf('It is on its way. '.repeat(250).slice(0, 4001)), ['OUT-044'])
})

test('does not call the trade’s own capitals shouting', () => {
  assert.deepEqual(rulesOf('ASIN B07MGPBTU3 and USB-C'), [])
})

test('allows the relay address and no other address at Amazon', () => {
  assert.deepEqual(rulesOf('You wrote to us from abc123def456@marketplace.amazon.de before.'), [])
  assert.deepEqual(rulesOf('You wrote to us from lena@amazon.de before.'), ['OUT-004'])
})

test('keeps signs of trade marks', () => {
  assert.deepEqual(rulesOf('The Lamp™ and the Glow® are © of the house. Size #5, 2 * 3.'), [])
})

test('gives every finding the words, source and date of the pack, never the value', () => {
  const text = 'Write to lena@example.com please.'
  const [finding] = check(text, { pack }).findings

  assert.equal(finding?.reason, pack.rules['OUT-004'].reason)
  assert.deepEqual(finding?.source, pack.sources['S2'])
  assert.ok(!JSON.stringify(finding).includes('lena'))
})

test('says when the rules do not cover a language, unless something blocks anyway', () => {
  assert.equal(check('Здравствуйте, ваша лампа отправлена сегодня утром.', { pack }).verdict, 'uncovered')
  assert.equal(check('Здравствуйте, пишите на lena@example.com сегодня утром.', { pack }).verdict, 'blocked')
  assert.equal(check('OK 123', { pack }).verdict, 'clear')
})

test('replaces a sentence by a safe one in its language', () => {
  const replies: readonly (readonly [before: string, after: string])[] = [
    [
      'Thank you for the order. Write to lena@example.com please. Regards',
      'Please reply to this message here on Amazon, and we will help you.',
    ],
    [
      'Vielen Dank für die Bestellung. Rufen Sie uns unter 030 23125 014 an. Grüße',
      'Bitte antworten Sie hier bei Amazon auf diese Nachricht, dann helfen wir Ihnen weiter.',
    ],
    [
      'Merci pour votre commande. Écrivez à lena@example.com. Cordialement',
      'Merci de répondre à ce message ici, sur Amazon, et nous vous aiderons.',
    ],
    [
      'Grazie per il suo ordine. Scriva a lena@example.com. Cordiali saluti',
      'La preghiamo di rispondere a questo messaggio qui su Amazon, così potremo aiutarla.',
    ],
    [
      'Gracias por su pedido. Escriba a lena@example.com. Saludos',
      'Por favor, responda a este mensaje aquí, en Amazon, y le ayudaremos.',
    ],
    [
      'ご注文ありがとうございます。lena@example.comまでご連絡ください。',
      'お手数ですが、このAmazonのメッセージにご返信ください。',
    ],
    [
      'Obrigado pelo seu pedido. Escreva para lena@example.com. Os nossos cumprimentos',
      'Por favor, responda a esta mensagem aqui na Amazon e nós ajudaremos.',
    ],
  ]

  assert.deepEqual(
    replies.filter(([before, after]) => !fixed(before).includes(after) || fixed(before).includes('lena')),
    [],
  )
})

test('takes an emoji out of its sentence and keeps the sentence', () => {
  assert.equal(fixed('Good news 🎉! It is on its way to you 👍🏽. 🙂'), 'Good news! It is on its way to you.')
})

test('puts a safe sentence in once, however many sentences it stands for', () => {
  assert.equal(
    fixed('Thank you for the order. Write to lena@example.com. Or call +44 20 7946 0018. Regards'),
    'Thank you for the order. Please reply to this message here on Amazon, and we will help you. Regards',
  )
})

test('gives findings in one sentence one and the same fix', () => {
  const fixes = check('Write to lena@example.com 🙂 or call +44 20 7946 0018.', { pack }).findings.map(({ fix }) => fix)

  assert.equal(fixes.length, 4)
  assert.equal(new Set(fixes).size, 1)
})

test('lets no text through that its own fixes have mended wrongly', () => {
  fc.assert(
    fc.property(reply(), (text) => {
      const mended = applyFixes(text, check(text, { pack }).findings)

      assert.notEqual(check(mended, { pack }).verdict, 'blocked')
      assert.doesNotMatch(mended, / {2}|\n{3}|^\s|\s$/u)
      assert.equal(applyFixes(mended, check(mended, { pack }).findings), mended)
    }),
    { numRuns: 300 },
  )
})

test('gives spans of fixes that begin and end on sentences', () => {
  fc.assert(
    fc.property(reply(), (text) => {
      for (const { rule, fix } of check(text, { pack }).findings) {
        if (rule === 'OUT-052' || fix === undefined) continue
        assert.match(text.slice(0, fix.span.start), /(?:^|[\s.!?。])$/u)
        assert.match(text.slice(fix.span.end), /^(?:$|[\s\p{L}])/u)
      }
    }),
    { numRuns: 100 },
  )
})

function reply(): fc.Arbitrary<string> {
  const sentence = fc.constantFrom(
    'Thank you for your order 302-7654321-1234567.',
    'Please write to lena.frost@example.com today!',
    'Call our workshop on +44 20 7946 0018 or (202) 555-0143.',
    'See www.example.com/a, e.g. the manual.',
    'Vielen Dank für Ihre Nachricht.',
    'Mehr dazu auf https://www.amazon.de/dp/B07MGPBTU3.',
    'ご注文ありがとうございます。',
    'lena@example.comまでご連絡ください。',
    'My card 4111 1111 1111 1111 and DE89 3704 0044 0532 0130 00 🙂.',
    'Great 🎉🎉 news!',
    '👍',
    'Пишите нам.',
    'Ask lena at example dot com?',
  )
  const blank = fc.constantFrom(' ', '\n', '\n\n', '\n\n\n\n', '\n \n\n')
  return fc
    .array(fc.tuple(sentence, blank), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.flat().slice(0, -1).join(''))
}

function rulesOf(text: string): readonly string[] {
  return check(text, { pack }).findings.map(({ rule }) => rule)
}

function fixed(text: string): string {
  return applyFixes(text, check(text, { pack }).findings)
}
