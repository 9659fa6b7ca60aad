import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { marketplaceOfTld } from '../../../policy/pack/marketplaces.ts'
import { statedDueAt } from './stated-due.ts'

const SENT = new Date('2026-09-01T10:00:00Z')
const HOUR_MS = 3_600_000

function hoursIn(text: string): number | undefined {
  const due = statedDueAt(text, { sentAt: SENT, marketplace: undefined })
  return due && (due.getTime() - SENT.getTime()) / HOUR_MS
}

function dayIn(text: string, tld: string): string | undefined {
  return statedDueAt(text, { sentAt: SENT, marketplace: marketplaceOfTld(tld) })?.toISOString()
}

describe('statedDueAt', () => {
  it('counts a span from when the mail was sent, a day as 24 hours', () => {
    const sentences = [
      'Please respond within 3 calendar days.',
      'Bitte antworten Sie innerhalb von 3 Kalendertagen.',
      'Vous devez répondre dans un délai de 3 jours calendaires.',
      'Deve rispondere entro 3 giorni di calendario.',
      'Debe responder en un plazo de 3 días naturales.',
      'U moet binnen 3 kalenderdagen reageren.',
      'Prosimy o odpowiedź w ciągu 3 dni kalendarzowych.',
      'Svara inom 3 kalenderdagar.',
      'Responda dentro de 3 dias corridos.',
      '3暦日以内にご回答ください。',
      '3日以内に返信してください。',
      '3 takvim günü içinde yanıt verin.',
      'يجب الرد خلال 3 أيام.',
    ]

    assert.deepEqual(
      sentences.map(hoursIn),
      sentences.map(() => 72),
    )
  })

  it('reads spans in hours and in words', () => {
    assert.equal(hoursIn('You have 48 hours to respond.'), 48)
    assert.equal(hoursIn('Antworten Sie binnen 72 Stunden.'), 72)
    assert.equal(hoursIn('72時間以内にご回答ください。'), 72)
    assert.equal(hoursIn('Please reply within three (3) calendar days.'), 72)
    assert.equal(hoursIn('Rispondi entro due giorni.'), 48)
    assert.equal(hoursIn('48 saat içinde yanıtlayın.'), 48)
  })

  it('reads a named day to its end where the marketplace is', () => {
    assert.equal(dayIn('Please respond by 12 September 2026.', 'co.uk'), '2026-09-12T22:59:59.000Z')
    assert.equal(dayIn('Please respond by September 12, 2026.', 'com'), '2026-09-13T06:59:59.000Z')
    assert.equal(dayIn('Antworten Sie bis zum 12. September 2026.', 'de'), '2026-09-12T21:59:59.000Z')
    assert.equal(dayIn('Répondez avant le 12 septembre 2026.', 'fr'), '2026-09-12T21:59:59.000Z')
    assert.equal(dayIn('Rispondere entro il 12 settembre 2026.', 'it'), '2026-09-12T21:59:59.000Z')
    assert.equal(dayIn('Responda antes del 12 de septiembre de 2026.', 'es'), '2026-09-12T21:59:59.000Z')
    assert.equal(dayIn('Reageer uiterlijk 12 september 2026.', 'nl'), '2026-09-12T21:59:59.000Z')
    assert.equal(dayIn('Odpowiedz do 12 września 2026.', 'pl'), '2026-09-12T21:59:59.000Z')
    assert.equal(dayIn('Svara senast den 12 september 2026.', 'se'), '2026-09-12T21:59:59.000Z')
    assert.equal(dayIn('Responda até 12 de setembro de 2026.', 'com.br'), '2026-09-13T02:59:59.000Z')
    assert.equal(dayIn('2026年9月12日までにご回答ください。', 'co.jp'), '2026-09-12T14:59:59.000Z')
    assert.equal(dayIn('12 Eylül 2026 tarihine kadar yanıt verin.', 'com.tr'), '2026-09-12T20:59:59.000Z')
    assert.equal(dayIn('Respond by 12/09/2026.', 'co.uk'), '2026-09-12T22:59:59.000Z')
    assert.equal(dayIn('Respond by 09/12/2026.', 'com'), '2026-09-13T06:59:59.000Z')
    assert.equal(dayIn('Respond by 2026-09-12.', 'com'), '2026-09-13T06:59:59.000Z')
  })

  it('reads a day without a year as the next such day', () => {
    assert.equal(dayIn('Please respond by September 12.', 'co.uk'), '2026-09-12T22:59:59.000Z')
    assert.equal(dayIn('Antworten Sie bis zum 12. September.', 'de'), '2026-09-12T21:59:59.000Z')
    assert.equal(dayIn('9月12日までにご回答ください。', 'co.jp'), '2026-09-12T14:59:59.000Z')
  })

  it('prefers the sentence that asks for an answer', () => {
    assert.equal(hoursIn('We decide within 7 days. Please respond within 3 calendar days.'), 72)
  })

  it('takes no day that only tells of the past, and none without a word that makes it a deadline', () => {
    assert.equal(dayIn('Please respond. The order of 3 August 2026 was late.', 'co.uk'), undefined)
    assert.equal(dayIn('You may respond. The buyer ordered on 3 September 2026.', 'co.uk'), undefined)
    assert.equal(hoursIn('The buyer waited 3 days.'), undefined)
  })

  it('knows no deadline of a mail without a date', () => {
    assert.equal(statedDueAt('Respond within 3 days.', { sentAt: undefined, marketplace: undefined }), undefined)
  })
})
