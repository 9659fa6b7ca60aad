import { Fault } from '../../base/fault.ts'
import type { Grade, Source } from '../../model/finding.ts'

const GRADES = ['official', 'vendor', 'unconfirmed'] as const satisfies readonly Grade[]
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u

export type Json = Readonly<Record<string, unknown>>
export type Sources = Readonly<Record<string, Source>>

/*
 * Readers of the dated data files. `at` says where in the file a value stands; each throws Fault `pack.invalid` whose
 * detail begins with it.
 */

/** Reads `sources`: where and when each entry of a data file was read. */
export function readSources(value: unknown): Sources {
  return each(object(value, 'sources'), readSource)
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

/** A key that names an entry of the file's sources. */
export function sourceKey(value: unknown, at: string, sources: Sources): string {
  const key = text(value, `${at}.source`)
  if (!Object.hasOwn(sources, key)) throw invalid(`${at}.source names no entry of sources`)
  return key
}

/** An object that is no list. */
export function object(value: unknown, at: string): Json {
  if (!isObject(value)) throw invalid(`${at} is missing or no object`)
  return value
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list that is not empty, each entry read on its own. */
export function list<Value>(value: unknown, at: string, read: (entry: unknown, at: string) => Value): readonly Value[] {
  if (!Array.isArray(value) || value.length === 0) throw invalid(`${at} is empty or no list`)
  return value.map((entry: unknown, index) => read(entry, `${at}.${index}`))
}

/** A text that is not blank. */
export function text(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw invalid(`${at} is missing or no text`)
  return value
}

/** A day as YYYY-MM-DD that the calendar has. */
export function date(value: unknown, at: string): string {
  const written = text(value, at)
  const ms = DATE.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(written)) throw invalid(`${at} is no date YYYY-MM-DD`)
  return written
}

/** One of the allowed texts. */
export function oneOf<Value extends string>(value: unknown, allowed: readonly Value[], at: string): Value {
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) throw invalid(`${at} is none of ${allowed.join(', ')}`)
  return found
}

/** Throws when an object has a key that nothing in the program reads. */
export function refuseUnknown(value: Json, known: readonly string[], at: string): void {
  const stranger = Object.keys(value).find((key) => !known.includes(key))
  if (stranger !== undefined) throw invalid(`${at}.${stranger} is not known to this program`)
}

/** Reads every entry of an object. */
export function each<Value>(
  value: Json,
  read: (entry: unknown, key: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, read(entry, key)]))
}

/** Makes an object with one entry for each key. */
export function table<Key extends string, Value>(
  keys: readonly Key[],
  read: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as Record<Key, Value> // proof: one entry for each key
}

/** What a reader throws. */
export function invalid(detail: string): Fault {
  return new Fault('pack.invalid', { detail })
}
