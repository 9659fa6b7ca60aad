import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { currentPack } from '../pack/current-pack.ts'
import { check } from './check.ts'

const pack = currentPack()

describe('coach', () => {
  it('misses nothing in a complete answer, in any language', () => {
    const answers = [
      'Hello, thank you for writing. I am sorry that the lamp arrived broken. We will refund you within 2 days. Kind regards',
      'Guten Tag, vielen Dank für Ihre Nachricht. Es tut uns leid, dass die Lampe defekt ist. Wir erstatten den Betrag innerhalb von 2 Tagen. Mit freundlichen Grüßen',
      'Bonjour, merci pour votre message. Nous sommes désolés que la lampe soit cassée. Nous vous rembourserons sous 2 jours. Cordialement',
    ]

    assert.deepEqual(
      answers.map((answer) => check(answer, { pack }).coaching.missing),
      [[], [], []],
    )
  })

  it('names what is missing in the order of an answer', () => {
    assert.deepEqual(check('No.', { pack }).coaching.missing, [
      'acknowledgement',
      'empathy',
      'next-step',
      'time-frame',
      'closing',
    ])
  })

  it('points at long sentences', () => {
    const long = `We looked ${'at it again and '.repeat(8)}then we stopped.`
    const { longSentences } = check(`Thank you. ${long}`, { pack }).coaching

    assert.deepEqual(longSentences, [{ start: 11, end: 11 + long.length }])
  })

  it('says nothing of an empty text', () => {
    assert.deepEqual(check('', { pack }).coaching, { missing: [], longSentences: [], jargon: [] })
  })
})
