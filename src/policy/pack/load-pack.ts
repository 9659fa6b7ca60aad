import { Fault } from '../../base/fault.ts'
import type { Grade, RuleForce, Source } from '../../model/finding.ts'
import { LIMIT_NAMES, LIST_NAMES, RULE_IDS } from '../../model/policy-pack.ts'
import type { PackRule, PolicyPack, RuleId, SourcedList, SourcedNumber } from '../../model/policy-pack.ts'

const GRADES = ['official', 'vendor', 'unconfirmed'] as const satisfies readonly Grade[]
const FORCES = ['never', 'by-two', 'advice'] as const satisfies readonly RuleForce[]
const UNITS = ['ms', 'characters', 'bytes', 'count', 'days'] as const satisfies readonly SourcedNumber['unit'][]
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u

type Json = Readonly<Record<string, unknown>>
type Sources = Readonly<Record<string, Source>>

/**
 * Reads a policy pack and gives it typed; nothing in it is trusted before. Unknown fields are ignored, an unknown rule is
 * not: it would look as if the program acted on it. Throws Fault `pack.invalid`; its detail names the first thing wrong.
 */
export function loadPack(json: unknown): PolicyPack {
  const root = object(json, 'pack')
  const sources = each(object(root['sources'], 'sources'), readSource)
  const limits = object(root['limits'], 'limits')
  const rules = object(root['rules'], 'rules')
  refuseUnknown(limits, LIMIT_NAMES, 'limits')
  refuseUnknown(rules, RULE_IDS, 'rules')
  return {
    id: text(root['id'], 'id'),
    date: date(root['date'], 'date'),
    sources,
    limits: table(LIMIT_NAMES, (name) => readLimit(limits[name], `limits.${name}`, sources)),
    ...table(LIST_NAMES, (name) => readList(root[name], name, sources)),
    rules: table(RULE_IDS, (id) => readRule(rules[id], id, sources)),
  }
}

function readSource(value: unknown, key: string): Source {
  const at = `sources.${key}`
  const source = object(value, at)
  return {
    key,
    title: text(source['title'], `${at}.title`),
    read: date(source['read'], `${at}.read`),
    grade: oneOf(source['grade'], GRADES, `${at}.grade`),
  }
}

function readLimit(value: unknown, at: string, sources: Sources): SourcedNumber {
  const limit = object(value, at)
  const number = limit['value']
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number <= 0)
    throw invalid(`${at}.value is no whole number above zero`)
  return {
    value: number,
    unit: oneOf(limit['unit'], UNITS, `${at}.unit`),
    source: sourceKey(limit['source'], at, sources),
  }
}

function readList(value: unknown, at: string, sources: Sources): SourcedList {
  const list = object(value, at)
  const values: unknown = list['values']
  if (!Array.isArray(values) || values.length === 0) throw invalid(`${at}.values is empty or no list`)
  return {
    values: values.map((entry: unknown, index) => text(entry, `${at}.values.${index}`)),
    source: sourceKey(list['source'], at, sources),
  }
}

function readRule(value: unknown, id: RuleId, sources: Sources): PackRule {
  const at = `rules.${id}`
  const rule = object(value, at)
  return {
    id,
    title: text(rule['title'], `${at}.title`),
    force: oneOf(rule['force'], FORCES, `${at}.force`),
    reason: text(rule['reason'], `${at}.reason`),
    source: sourceKey(rule['source'], at, sources),
    mayLoosen: rule['mayLoosen'] === true,
  }
}

function sourceKey(value: unknown, at: string, sources: Sources): string {
  const key = text(value, `${at}.source`)
  if (!Object.hasOwn(sources, key)) throw invalid(`${at}.source names no entry of sources`)
  return key
}

function object(value: unknown, at: string): Json {
  if (!isObject(value)) throw invalid(`${at} is missing or no object`)
  return value
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw invalid(`${at} is missing or no text`)
  return value
}

function date(value: unknown, at: string): string {
  const written = text(value, at)
  const ms = DATE.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(written)) throw invalid(`${at} is no date YYYY-MM-DD`)
  return written
}

function oneOf<Value extends string>(value: unknown, allowed: readonly Value[], at: string): Value {
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) throw invalid(`${at} is none of ${allowed.join(', ')}`)
  return found
}

function refuseUnknown(value: Json, known: readonly string[], at: string): void {
  const stranger = Object.keys(value).find((key) => !known.includes(key))
  if (stranger !== undefined) throw invalid(`${at}.${stranger} is not known to this program`)
}

function each<Value>(value: Json, read: (entry: unknown, key: string) => Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, read(entry, key)]))
}

function table<Key extends string, Value>(
  keys: readonly Key[],
  read: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as Record<Key, Value> // proof: one entry for each key
}

function invalid(detail: string): Fault {
  return new Fault('pack.invalid', { detail })
}
