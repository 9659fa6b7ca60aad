import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { PILL, pillText, SENSITIVE_KINDS } from '../../model/redaction.ts'
import { rawText } from '../../model/text.ts'
import { detect } from '../detect/detect.ts'
import { currentPack } from '../pack/current-pack.ts'
import { noText, redact, redactParts } from './redact.ts'
import { INCOMING_KINDS } from './values-by-part.ts'

const pack = currentPack()
const SOME = { numRuns: 200 }
const PIECES = fc.constantFrom(
  'lena@example.com',
  'lena at example dot com ',
  '4111 1111 1111 1111',
  '4',
  'GB82 WEST 1234 5698 7654 32',
  'call +44 20 7946 0018 ',
  'phone 555 0143 ',
  'password: ',
  'Lamp-77!x',
  'PIN 4821',
  'https://example.com/a?b=lena@example.com',
  '302-7654321-1234567',
  '⟦CARD⟧',
  '⟦',
  '⟧',
  '⟦NOTHING⟧',
  '😀',
  '\u200b',
  '\n',
  ' ',
  '-',
  'card ',
)
const MESSY = fc.array(fc.oneof(PIECES, fc.string({ maxLength: 6 })), { maxLength: 14 }).map((parts) => parts.join(''))

test('takes values out and says where their pills stand', () => {
  const { text, redactions } = redact(rawText('Card 4111 1111 1111 1111, mail lena@example.com.'), { pack })

  assert.equal(text, 'Card ⟦CARD⟧, mail ⟦EMAIL⟧.')
  assert.deepEqual(redactions, [
    { kind: 'CARD', start: 5, end: 11 },
    { kind: 'EMAIL', start: 18, end: 25 },
  ])
})

test('changes nothing and reports nothing when it is called again', () => {
  fc.assert(
    fc.property(MESSY, (raw) => {
      const once = redact(rawText(raw), { pack })

      assert.deepEqual(redact(rawText(once.text), { pack }), { text: once.text, redactions: [] })
    }),
    SOME,
  )
})

test('leaves nothing readable that was found', () => {
  fc.assert(
    fc.property(MESSY, (raw) => {
      assert.deepEqual(detect(redact(rawText(raw), { pack }).text, INCOMING_KINDS), [])
    }),
    SOME,
  )
})

test('reports spans that hold exactly the pill of their kind', () => {
  fc.assert(
    fc.property(MESSY, (raw) => {
      const { text, redactions } = redact(rawText(raw), { pack })

      for (const { kind, start, end } of redactions) assert.equal(text.slice(start, end), pillText(kind))
    }),
    SOME,
  )
})

test('leaves no pill bracket that is not part of a pill of a known kind', () => {
  const known = new Set<string>(SENSITIVE_KINDS)
  fc.assert(
    fc.property(MESSY, (raw) => {
      const { text } = redact(rawText(raw), { pack })

      assert.ok(!/[⟦⟧]/u.test(text.replaceAll(PILL, (pill, kind: string) => (known.has(kind) ? '' : pill))))
    }),
    SOME,
  )
})

test('turns brackets a buyer typed into plain ones', () => {
  assert.equal(redact(rawText('⟦PRICE⟧ is ⟦odd⟧ ⟦'), { pack }).text, '[PRICE] is [odd] [')
})

test('keeps a pill a buyer typed, which says nothing, and does not report it', () => {
  assert.deepEqual(redact(rawText('my ⟦CARD⟧'), { pack }), { text: 'my ⟦CARD⟧', redactions: [] })
})

test('keeps links on the way in, and takes them out when asked', () => {
  const raw = rawText('see https://example.com/a')

  assert.equal(redact(raw, { pack }).text, 'see https://example.com/a')
  assert.equal(redact(raw, { pack, kinds: ['URL'] }).text, 'see ⟦URL⟧')
})

test('leaves the numbers of the trade readable', () => {
  const text = 'Order 302-7654321-1234567, ASIN B07MGPBTU3, 1Z999AA10123456784.'

  assert.equal(redact(rawText(text), { pack }).text, text)
})

test('has an empty text that needs no redaction', () => {
  assert.equal(noText(), '')
})

test('masks the names it is given, as whole words and however they are written', () => {
  const names = ['Lena Frost', 'Ö', '']

  assert.equal(
    redact(rawText('LENA  FROST wrote to Lena Frost. Lena Frosty did not.'), { pack, names }).text,
    '⟦PERSON⟧ wrote to ⟦PERSON⟧. Lena Frosty did not.',
  )
  assert.equal(redact(rawText('Le\u200bna Fröst here'), { pack, names }).text, '⟦PERSON⟧ here')
  assert.equal(redact(rawText('Lena Frost'), { pack }).text, 'Lena Frost')
})

test('takes a value out that begins in one part and ends in the next', () => {
  const parts = ['my card 4111 1111 11', '11 1111 and lena@exam', 'ple.com'].map(rawText)

  assert.deepEqual(
    redactParts(parts, { pack }).map(({ text }) => text),
    ['my card ⟦CARD⟧', '⟦CARD⟧ and ⟦EMAIL⟧', '⟦EMAIL⟧'],
  )
})

test('leaves nothing of a value readable wherever a text is cut', () => {
  const text = 'Pay GB82 WEST 1234 5698 7654 32 or 4111 1111 1111 1111, or call +44 20 7946 0018.'
  for (let at = 0; at <= text.length; at += 1) {
    const cut = redactParts([rawText(text.slice(0, at)), rawText(text.slice(at))], { pack })

    assert.doesNotMatch(cut.map((part) => part.text).join(''), /\d/u)
  }
})
