import type { RuleForce } from '../../model/finding.ts'
import { LIMIT_NAMES, LIST_NAMES, RULE_IDS } from '../../model/policy-pack.ts'
import type { PackRule, PolicyPack, RuleId, SourcedList, SourcedNumber } from '../../model/policy-pack.ts'
import {
  type Sources,
  date,
  invalid,
  list,
  object,
  oneOf,
  readSources,
  refuseUnknown,
  sourceKey,
  table,
  text,
} from './json-reader.ts'

const FORCES = ['never', 'by-two', 'advice'] as const satisfies readonly RuleForce[]
const UNITS = ['ms', 'characters', 'bytes', 'count', 'days'] as const satisfies readonly SourcedNumber['unit'][]

/**
 * Reads a policy pack and gives it typed; nothing in it is trusted before. Unknown fields are ignored, an unknown rule is
 * not: it would look as if the program acted on it. Throws Fault `pack.invalid`; its detail names the first thing wrong.
 */
export function loadPack(json: unknown): PolicyPack {
  const root = object(json, 'pack')
  const sources = readSources(root['sources'])
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
  const entry = object(value, at)
  return {
    values: list(entry['values'], `${at}.values`, text),
    source: sourceKey(entry['source'], at, sources),
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
