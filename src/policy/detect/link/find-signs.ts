import { ATOMS } from '../atom/atoms.ts'
import { atomSet } from '../atom/look-up.ts'
import type { AtomHits } from '../atom/find-atoms.ts'
import { isSureProvider } from './domains.ts'
import { behindGap, isLabelAt, labelEnd } from './label.ts'
import { withBrackets, wordSign } from './sign.ts'
import type { Sign, SignKind } from './sign.ts'

/** What a text holds that addresses and links are read from; each list in the order of the text. */
export interface Signs {
  /** Whatever joins labels. */
  readonly joins: readonly Sign[]
  /** Where a colon or a double slash may follow a scheme. */
  readonly schemes: readonly number[]
}

const DOT_UNIT = 1
const AT_UNIT = 2
const ESCAPE_UNIT = 3
const BRACKET_UNIT = 4
const SCHEME_UNIT = 5

const TRIGGERS = new Uint8Array(0x10000)
for (const dot of '.。·•∙⋅․') TRIGGERS[dot.charCodeAt(0)] = DOT_UNIT
for (const escape of '%=') TRIGGERS[escape.charCodeAt(0)] = ESCAPE_UNIT
for (const bracket of '([{<') TRIGGERS[bracket.charCodeAt(0)] = BRACKET_UNIT
for (const sign of ':/') TRIGGERS[sign.charCodeAt(0)] = SCHEME_UNIT
TRIGGERS['@'.charCodeAt(0)] = AT_UNIT

/** Signs that a machine has written in its own way: percent encoding, quoted-printable. */
const ESCAPES: readonly (readonly [written: string, kind: SignKind])[] = [
  ['%40', 'at'],
  ['%2e', 'dot'],
  ['=40', 'at'],
]

const SLASH = 47
const COLON = 58

/** Finds every sign that may join labels, written in whatever way, in one pass over text and atoms. */
export function findSigns(text: string, atoms: AtomHits): Signs {
  const joins: Sign[] = []
  const schemes: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const trigger = TRIGGERS[text.charCodeAt(at)]
    if (trigger === 0) continue
    if (trigger === SCHEME_UNIT) {
      if (beginsAuthority(text, at)) schemes.push(at)
      continue
    }
    const sign = trigger === DOT_UNIT || trigger === AT_UNIT ? plainSign(text, at, trigger) : disguised(text, at)
    if (sign === undefined) continue
    joins.push(sign)
    at = sign.end - 1
  }
  return { joins: withWords(text, joins, atoms), schemes }
}

/** Behind a colon comes a slash, perhaps after blanks or a bracket; or two slashes stand without one. */
function beginsAuthority(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (text.charCodeAt(at) === SLASH) return next === SLASH && text.charCodeAt(at - 1) !== COLON
  return (
    next === SLASH || next === 92 || next === 93 || next === 32 || (isLabelAt(text, at + 1) && isLabelAt(text, at - 1))
  )
}

function plainSign(text: string, start: number, trigger: number): Sign | undefined {
  let end = start + 1
  if (trigger === AT_UNIT) while (text.charCodeAt(end) === text.charCodeAt(start)) end += 1
  else if (isFullStop(text, start)) return undefined
  const brackets = withBrackets(text, { start, end })
  const kind = trigger === AT_UNIT ? 'at' : 'dot'
  return brackets === undefined
    ? { kind, writing: 'sign', start, end, isProviderOnly: false }
    : { kind, writing: 'bracketed', ...brackets, isProviderOnly: false }
}

/** The dot that ends a sentence: no label directly before it and none behind, or a blank on one side only. */
function isFullStop(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  const isGlued = isLabelAt(text, at - 1)
  if (isGlued && (next === 32 || Number.isNaN(next) || next === 10)) return true
  return isGlued && text.charCodeAt(at) !== 46 && !isLabelAt(text, at + 1)
}

function disguised(text: string, start: number): Sign | undefined {
  for (const [written, kind] of ESCAPES)
    if (text.startsWith(written, start))
      return { kind, writing: 'sign', start, end: start + written.length, isProviderOnly: false }
  const isA = text.charCodeAt(start + 1) === 97 && !isLabelAt(text, start + 2)
  const brackets = isA ? withBrackets(text, { start: start + 1, end: start + 2 }) : undefined
  return brackets === undefined ? undefined : { kind: 'at', writing: 'bracketed', ...brackets, isProviderOnly: true }
}

const WORDS = atomSet('atWord', 'atProviderWord', 'dotWord', 'dashWord')
const KINDS: Readonly<Record<string, SignKind>> = {
  atWord: 'at',
  atProviderWord: 'at',
  dotWord: 'dot',
  dashWord: 'dash',
}

/** The signs and those that stand as words, in the order of the text; where two overlap, the one that begins first. */
function withWords(text: string, signs: readonly Sign[], { count, atoms, starts, ends }: AtomHits): readonly Sign[] {
  const words: Sign[] = []
  let last = { start: -1, end: -1, id: -1 }
  for (let hit = 0; hit < count; hit += 1) {
    const id = atoms[hit] ?? 0
    if (WORDS[id] !== 1) continue
    const name = ATOMS[id] ?? 'atWord'
    const word = { start: starts[hit] ?? 0, end: ends[hit] ?? 0 }
    if (word.start === last.start && word.end === last.end && id === last.id) continue
    last = { ...word, id }
    const isProviderOnly = name === 'atProviderWord'
    if (isProviderOnly && !isBeforeProvider(text, word.end)) continue
    const sign = wordSign(text, word, KINDS[name] ?? 'at', isProviderOnly)
    if (sign !== undefined) words.push(sign)
  }
  if (words.length === 0) return signs
  const ordered = [...signs, ...words].sort((a, b) => a.start - b.start || b.end - a.end || order(a) - order(b))
  return ordered.filter((sign, index) => index === 0 || isFree(text, sign, ordered[index - 1]))
}

/** Behind a dot a word is a label, such as Austria's ending `at`, and within another sign it is none. */
function isFree(text: string, sign: Sign, before: Sign | undefined): boolean {
  if (before === undefined) return true
  if (sign.start < before.end) return false
  return !(sign.writing === 'word' && before.kind === 'dot' && behindGap(text, before.end) === sign.start)
}

function isBeforeProvider(text: string, end: number): boolean {
  const start = behindGap(text, end)
  return isSureProvider(text.slice(start, labelEnd(text, start)))
}

/** A word that is both counts as the wider of its meanings. */
function order(sign: Sign): number {
  return sign.isProviderOnly ? 1 : 0
}
