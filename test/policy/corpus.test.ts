import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { check } from '../../src/policy/check/check.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import type { Half, Labelled } from '../../tools/corpus/labelled.ts'
import { generatedTexts, readCorpus, readUncovered } from '../../tools/corpus/read.ts'
import { f1, score, SPAN_TYPES } from '../../tools/corpus/score.ts'
import type { Score } from '../../tools/corpus/score.ts'
import { detect } from '../../tools/detector.ts'

/** F1 in per cent that a type must reach on the open and on the held half. They only rise. */
const FLOORS: Readonly<Record<string, Readonly<Record<Half, number>>>> = {
  CARD: { open: 98, held: 95 },
  IBAN: { open: 93, held: 95 },
  BANK: { open: 93, held: 88 },
  SSN: { open: 98, held: 64 },
  NATIONAL_ID: { open: 92, held: 86 },
  CREDENTIAL: { open: 95, held: 84 },
  HEALTH: { open: 90, held: 91 },
  EMAIL: { open: 93, held: 93 },
  PHONE: { open: 91, held: 92 },
  URL: { open: 80, held: 85 },
  HANDLE: { open: 98, held: 90 },
  ADDRESS: { open: 91, held: 98 },
  MARKETING: { open: 75, held: 63 },
  OFFPLATFORM: { open: 68, held: 85 },
  IMPERSONATE_AMAZON: { open: 35, held: 75 },
  PHISHING: { open: 64, held: 14 },
  ASK_CANCEL: { open: 28, held: 29 },
  CLAIM_PRESSURE: { open: 67, held: 72 },
  PROMISE: { open: 88, held: 70 },
  SENSITIVE_REQUEST: { open: 90, held: 98 },
  REVIEW_MANIP: { open: 66, held: 86 },
  SPEAK_FOR_AMAZON: { open: 82, held: 40 },
  EXTORTION: { open: 14, held: 14 },
  DANGER: { open: 73, held: 64 },
  ABUSE: { open: 81, held: 85 },
  THREAT: { open: 88, held: 51 },
  BLAME: { open: 64, held: 64 },
}

/** Of all values, in per cent, those that must be hidden to nine tenths. */
const MASKED_FLOOR: Readonly<Record<Half, number>> = { open: 88, held: 86 }
/** Of the hard clean texts, in per cent, those that may have a finding. */
const ALARM_CEILING: Readonly<Record<Half, number>> = { open: 7, held: 7 }
/** Of a thousand everyday texts. */
const EVERYDAY_ALARM_CEILING = 1

const HALVES = ['open', 'held'] as const
const lines: Readonly<Record<Half, readonly Labelled[]>> = { open: readCorpus('open'), held: readCorpus('held') }
const scores: Readonly<Record<Half, Score>> = {
  open: await score(lines.open, detect),
  held: await score(lines.held, detect),
}

describe('the engine on the labelled corpus', () => {
  it('finds each type as well as its floor asks, on both halves', () => {
    const below = HALVES.flatMap((half) =>
      Object.entries(FLOORS).flatMap(([type, floor]) => {
        const counts = scores[half].types.get(type)
        const reached = counts === undefined ? 0 : percent(f1(counts))
        return reached < floor[half] ? [`${type} on ${half}: ${reached} < ${floor[half]}`] : []
      }),
    )

    assert.deepEqual(below, [])
  })

  it('hides nearly every letter of the values', () => {
    const shares = HALVES.map((half) => [half, maskedPercent(scores[half])] as const)

    assert.deepEqual(
      shares.filter(([half, share]) => share < MASKED_FLOOR[half]),
      [],
    )
  })

  it('leaves near misses, trade numbers and polite replies alone', () => {
    const shares = HALVES.map((half) => [half, alarmPercent(scores[half])] as const)

    assert.deepEqual(
      shares.filter(([half, share]) => share > ALARM_CEILING[half]),
      [],
    )
  })

  it('leaves a thousand everyday reviews and replies alone', async () => {
    const { alarmed, cleanTexts } = await score(generatedTexts(91), detect)

    assert.ok(cleanTexts >= 1_000)
    assert.ok(
      alarmed.length <= EVERYDAY_ALARM_CEILING,
      `${alarmed.length} alarms, such as ${alarmed.slice(0, 5).join(' ')}`,
    )
  })

  it('never calls a text clear in a language that no rule covers', () => {
    const pack = currentPack()
    const cleared = readUncovered().filter(({ text }) => check(text, { pack }).verdict === 'clear')

    assert.deepEqual(cleared, [])
  })
})

describe('the labelled corpus', () => {
  const all = [...lines.open, ...lines.held]

  it('has a floor for every type, a reason on every line, and each line in its half', () => {
    const wrong = HALVES.flatMap((half) =>
      lines[half].filter(
        (line) => line.set !== half || line.why === '' || line.obfuscation === '' || !isLabelled(line),
      ),
    )

    assert.deepEqual(wrong, [])
  })

  it('has each id and each sentence once', () => {
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
    assert.deepEqual(twice(all.map(({ lang, text }) => `${lang} ${text}`)), [])
  })

  it('labels whole characters and no blanks around them', () => {
    const wrong = all.filter(({ text, entities = [] }) =>
      entities.some(({ start, end }) => {
        const value = text.slice(start, end)
        return value === '' || value !== value.trim() || !value.isWellFormed() || !text.slice(0, start).isWellFormed()
      }),
    )

    assert.deepEqual(wrong, [])
  })

  it('holds eleven languages and two halves of one size', () => {
    assert.equal(new Set(all.map(({ lang }) => lang)).size, 11)
    assert.ok(Math.abs(lines.open.length - lines.held.length) < all.length * 0.02)
  })
})

function isLabelled({ label, entities = [] }: Labelled): boolean {
  if (label !== undefined) return (label === 'clean' || Object.hasOwn(FLOORS, label)) && entities.length === 0
  return entities.length > 0 && entities.every(({ type }) => SPAN_TYPES.has(type) && Object.hasOwn(FLOORS, type))
}

function twice(texts: readonly string[]): readonly string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at)
}

function percent(share: number): number {
  return Math.round(share * 1_000) / 10
}

function maskedPercent({ types }: Score): number {
  const counts = [...types].filter(([type]) => SPAN_TYPES.has(type)).map(([, value]) => value)
  const wanted = counts.reduce((sum, value) => sum + value.wanted, 0)
  return percent(counts.reduce((sum, value) => sum + value.masked, 0) / wanted)
}

function alarmPercent({ alarmed, cleanTexts }: Score): number {
  return percent(alarmed.length / cleanTexts)
}
