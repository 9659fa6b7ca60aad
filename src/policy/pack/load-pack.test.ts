import assert from 'node:assert/strict'
import test from 'node:test'

import { Fault } from '../../base/fault.ts'
import { RULE_IDS } from '../../model/policy-pack.ts'
import json from './amazon-2026-11-23.json' with { type: 'json' }
import catalogue from './catalogue-2026-11-23.json' with { type: 'json' }
import { currentPack } from './current-pack.ts'
import { loadPack } from './load-pack.ts'

const limit = { value: 1, unit: 'ms', source: 'S7' }
const rule = json.rules['OUT-004']

test('reads the pack that is shipped', () => {
  const pack = currentPack()

  assert.equal(pack.id, 'amazon-2026-11-23')
  assert.equal(pack.limits.answerMs.value, 24 * 3_600_000)
  assert.equal(pack.limits.claimRiskMs.value, 48 * 3_600_000)
  assert.equal(pack.marketplaceTlds.values.length, 22)
})

test('reads the shipped pack once', () => {
  assert.equal(currentPack(), currentPack())
})

test('gives each source its key', () => {
  assert.equal(currentPack().sources['S7']?.key, 'S7')
})

test('writes every reason as one sentence', () => {
  const odd = Object.values(currentPack().rules).filter(({ reason }) => !/^[A-Z][^.!?]*\.$/u.test(reason))

  assert.deepEqual(odd, [])
})

test('uses every source it names', () => {
  const text = JSON.stringify({ ...json, sources: {} })
  const listed = new Set(catalogue.rules.flatMap(({ sources }) => sources))
  const unused = Object.keys(json.sources).filter((key) => !text.includes(`"source":"${key}"`) && !listed.has(key))

  assert.deepEqual(unused, [])
})

test('has a row of the catalogue for each rule it acts on, with sources that it names', () => {
  const rows = new Map(catalogue.rules.map((row) => [row.id, row]))
  const known = new Set(Object.keys(json.sources))

  assert.equal(rows.size, 127)
  assert.deepEqual(
    RULE_IDS.filter((id) => id.startsWith('OUT') && rows.get(id)?.state !== 'acts' && id !== 'OUT-051'),
    [],
  )
  assert.deepEqual(
    catalogue.rules.flatMap(({ sources }) => sources.filter((key) => !known.has(key))),
    [],
  )
})

test('ignores fields it does not know', () => {
  assert.deepEqual(loadPack({ ...json, note: 'x' }), currentPack())
})

test('refuses what is no pack', () => {
  assert.deepEqual([undefined, null, 7, 'x', [], {}].map(wrong), [
    'pack is missing or no object',
    'pack is missing or no object',
    'pack is missing or no object',
    'pack is missing or no object',
    'pack is missing or no object',
    'sources is missing or no object',
  ])
})

test('refuses a limit without a source, or with one that is not listed', () => {
  const { source: _, ...bare } = limit
  const withLimit = (answerMs: unknown) => ({ ...json, limits: { ...json.limits, answerMs } })

  assert.equal(wrong(withLimit(bare)), 'limits.answerMs.source is missing or no text')
  assert.equal(wrong(withLimit({ ...limit, source: 'S99' })), 'limits.answerMs.source names no entry of sources')
  assert.equal(wrong(withLimit({ ...limit, source: 'toString' })), 'limits.answerMs.source names no entry of sources')
})

test('refuses a limit that is missing, no whole number above zero, or in no known unit', () => {
  const withLimit = (answerMs: unknown) => ({ ...json, limits: { ...json.limits, answerMs } })

  assert.equal(wrong(withLimit(undefined)), 'limits.answerMs is missing or no object')
  assert.equal(wrong(withLimit({ ...limit, value: 1.5 })), 'limits.answerMs.value is no whole number above zero')
  assert.equal(wrong(withLimit({ ...limit, value: 0 })), 'limits.answerMs.value is no whole number above zero')
  assert.equal(wrong(withLimit({ ...limit, value: '1' })), 'limits.answerMs.value is no whole number above zero')
  assert.equal(
    wrong(withLimit({ ...limit, unit: 'weeks' })),
    'limits.answerMs.unit is none of ms, characters, bytes, count, days',
  )
})

test('refuses a rule that is missing, not known, of no force or without a source', () => {
  const withRules = (rules: object) => ({ ...json, rules: { ...json.rules, ...rules } })

  assert.equal(wrong(withRules({ 'OUT-004': undefined })), 'rules.OUT-004 is missing or no object')
  assert.equal(wrong(withRules({ 'OUT-999': rule })), 'rules.OUT-999 is not known to this program')
  assert.equal(
    wrong(withRules({ 'OUT-004': { ...rule, force: 'maybe' } })),
    'rules.OUT-004.force is none of never, by-two, advice',
  )
  assert.equal(
    wrong(withRules({ 'OUT-004': { ...rule, source: 'S99' } })),
    'rules.OUT-004.source names no entry of sources',
  )
})

test('refuses a date that is none', () => {
  const withDate = (date: unknown) => wrong({ ...json, date })
  const says = 'date is no date YYYY-MM-DD'

  assert.deepEqual(['2026-02-30', '2025-02-29', '2026-13-01', '26-01-01', '2026-11-23T00:00:00Z'].map(withDate), [
    says,
    says,
    says,
    says,
    says,
  ])
  assert.equal(withDate('2028-02-29'), undefined)
  assert.equal(withDate(20_261_123), 'date is missing or no text')
})

test('refuses a source of unknown grade or without a title', () => {
  const withSource = (source: object) =>
    wrong({ ...json, sources: { ...json.sources, S7: { ...json.sources.S7, ...source } } })

  assert.equal(withSource({ grade: 'rumour' }), 'sources.S7.grade is none of official, vendor, unconfirmed')
  assert.equal(withSource({ title: ' ' }), 'sources.S7.title is missing or no text')
  assert.equal(withSource({ read: 'yesterday' }), 'sources.S7.read is no date YYYY-MM-DD')
})

test('refuses an empty list and an entry that is no text', () => {
  const withList = (values: unknown) => wrong({ ...json, linkShorteners: { values, source: 'S6' } })

  assert.equal(withList([]), 'linkShorteners.values is empty or no list')
  assert.equal(withList(['bit.ly', 7]), 'linkShorteners.values.1 is missing or no text')
})

/** What the loader says is wrong; nothing if it loads. */
function wrong(value: unknown): string | undefined {
  try {
    loadPack(value)
    return undefined
  } catch (error) {
    assert.ok(error instanceof Fault)
    assert.equal(error.code, 'pack.invalid')
    return error.detail
  }
}
