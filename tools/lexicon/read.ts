import type { LexiconFile } from './compile.ts'

/** Reads one lexicon; throws an Error that names the file and what is wrong in it. */
export function readLexicon(name: string, json: string): LexiconFile {
  const root = objectOf(parsed(name, json), name)
  const atoms = objectOf(root['atoms'], `${name}: atoms`)
  return {
    name,
    language: textOf(root['language'], `${name}: language`),
    source: textOf(root['source'], `${name}: source`),
    licence: textOf(root['licence'], `${name}: licence`),
    atoms: Object.fromEntries(Object.entries(atoms).map(([atom, list]) => [atom, listOf(list, `${name}: ${atom}`)])),
  }
}

function parsed(name: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new Error(`${name} is no JSON.`, { cause })
  }
}

function objectOf(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error(`${at} is missing or no object.`)
  return Object.fromEntries(Object.entries(value))
}

function listOf(value: unknown, at: string): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`${at} is no list.`)
  return value.map((entry: unknown) => textOf(entry, at))
}

function textOf(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`${at} is missing or no text.`)
  return value
}
