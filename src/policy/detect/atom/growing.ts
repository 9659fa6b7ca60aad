import { ATOMS, atomId, QUIET_ATOMS } from './atoms.ts'
import type { CompiledLexicon, Sense } from './compiled-lexicon.ts'
import {
  addChild,
  addFlag,
  ANY_ENDING,
  beginning,
  BEGINNINGS,
  BEGINS_INSIDE,
  BEGINS_WORD,
  FIRST_FREE,
  HAS_QUIET_SENSES,
  HAS_SENSES,
  INSIDE_ROOT,
  IS_WAITING,
  MOST_NODES,
  MOST_SIGNS,
  nextNode,
  sensesAt,
  TAKES_ENDING,
  WORD_ROOT,
} from './trie.ts'
import type { Trie } from './trie.ts'

const RADIX = 36
/** The longest shared beginning that one sign can say. */
const LONGEST_SHARED = RADIX - 1
/** Room for so many times the entries keeps probing short. */
const LOAD = 2.5
const TAB = 9
const LINE_END = 10
const BLANK = 32
const ASCII = 0x7f

/**
 * The automaton of a lexicon with no phrase in it yet: each section is added when a text first needs it, so that the
 * first answer does not wait for words of other texts. Throws an Error if the lexicon has outgrown its numbers.
 */
export function trieOf(lexicon: CompiledLexicon): Trie {
  const nodes = lexicon.units + lexicon.sections.length + FIRST_FREE
  if (nodes > MOST_NODES) throw new Error(`The lexicon has ${nodes} nodes, at most ${MOST_NODES} fit.`)
  const size = 2 ** Math.ceil(Math.log2(lexicon.phrases * LOAD))
  const trie: Trie = {
    flags: new Uint8Array(nodes + 1),
    signInto: new Uint16Array(nodes + 1),
    mask: size - 1,
    pairs: new Int32Array(size * 2),
    signs: signsOf(lexicon.signs),
    group: new Uint16Array(nodes),
    senses: [[], ...lexicon.senses.map((group) => readSenses(group, lexicon.atoms))],
    begins: new Uint8Array(BEGINNINGS),
    lexicon,
    waiting: new Map(),
    free: FIRST_FREE,
  }
  for (let section = 0; section < lexicon.sections.length; section += 1) announce(trie, section)
  return trie
}

/** Which phrases begin with two units, as bits; those that still wait are added first. */
export function rootsAt(trie: Trie, first: number, second: number): number {
  const at = beginning(first, second)
  const found = trie.begins[at] ?? 0
  if ((found & IS_WAITING) === 0) return found
  for (const section of trie.waiting.get(at) ?? []) addSection(trie, section)
  return trie.begins[at] ?? 0
}

function signsOf(units: readonly number[]): Uint16Array {
  if (units.length > MOST_SIGNS) throw new Error(`The lexicon has ${units.length} signs, at most ${MOST_SIGNS} fit.`)
  const signs = new Uint16Array(0x10000)
  for (const [index, unit] of units.entries()) signs[unit] = index + 1
  return signs
}

/** Notes with which units the phrases of a section begin. */
function announce(trie: Trie, section: number): void {
  const bit = section < trie.lexicon.wordSections ? BEGINS_WORD : BEGINS_INSIDE
  for (const at of placesOf(trie.lexicon, section)) {
    trie.begins[at] = (trie.begins[at] ?? 0) | bit | IS_WAITING
    const waiting = trie.waiting.get(at)
    if (waiting === undefined) trie.waiting.set(at, new Set([section]))
    else waiting.add(section)
  }
}

/** The places of `begins` of a section. A phrase of one unit, or whose second may be anything, begins with any second. */
function placesOf({ lines, sections }: CompiledLexicon, section: number): readonly number[] {
  const tab = lines.indexOf('\t', sections[section])
  const [first, second] = [lines.charCodeAt(tab + 1), lines.charCodeAt(tab + 2)]
  if (second !== LINE_END && second !== ANY_ENDING && second !== BLANK) return [beginning(first, second)]
  return Array.from({ length: ASCII + 1 }, (_, unit) => beginning(first, unit))
}

function addSection(trie: Trie, section: number): void {
  const { lines, sections, wordSections } = trie.lexicon
  const root = section < wordSections ? WORD_ROOT : INSIDE_ROOT
  const end = sections[section + 1] ?? lines.length
  const path = [root]
  for (let at = sections[section] ?? end; at < end;) at = addLine(trie, at, path)
  for (const place of placesOf(trie.lexicon, section)) {
    const waiting = trie.waiting.get(place)
    waiting?.delete(section)
    if (waiting?.size === 0) trie.begins[place] = (trie.begins[place] ?? 0) & ~IS_WAITING
  }
}

/** Adds the phrase of a line and gives where the next line begins. `path` holds the nodes of the phrase before. */
function addLine(trie: Trie, start: number, path: number[]): number {
  const { lines } = trie.lexicon
  let at = start
  let depth = digit(lines.charCodeAt(at++))
  let group = 0
  for (let unit = lines.charCodeAt(at++); unit !== TAB; unit = lines.charCodeAt(at++))
    group = group * RADIX + digit(unit)
  let node = path[depth] ?? 0
  for (let unit = lines.charCodeAt(at++); unit !== LINE_END; unit = lines.charCodeAt(at++)) {
    const sign = trie.signs[unit] ?? 0
    const known = isWrittenAgain(depth, unit) ? nextNode(trie, node, sign) : 0
    if (unit === ANY_ENDING) addFlag(trie, node, TAKES_ENDING)
    node = known === 0 ? addChild(trie, node, sign) : known
    depth += 1
    path[depth] = node
  }
  trie.group[node] = group + 1
  for (const { isQuiet } of sensesAt(trie, node)) addFlag(trie, node, isQuiet ? HAS_QUIET_SENSES : HAS_SENSES)
  return at
}

/** The beginning of a section, what is shared beyond the longest that can be said, and the first half of a character. */
function isWrittenAgain(depth: number, unit: number): boolean {
  return depth === 0 || depth >= LONGEST_SHARED || (unit >= 0xd800 && unit <= 0xdbff)
}

function digit(unit: number): number {
  return unit < 58 ? unit - 48 : unit - 87
}

/** An atom of an older lexicon that there is no more counts as none. */
function readSenses(group: string, atoms: readonly string[]): readonly Sense[] {
  return group.split(',').flatMap((sense) => {
    const [name = 0, stem = 0, languages = 0] = sense.split('.').map((part) => Number.parseInt(part, RADIX))
    const atom = atomId(atoms[name] ?? '')
    const known = ATOMS[atom]
    return known === undefined ? [] : [{ atom, languages, isStem: stem === 1, isQuiet: QUIET_ATOMS.has(known) }]
  })
}
