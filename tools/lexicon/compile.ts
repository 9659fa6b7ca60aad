import { ALL_LANGUAGES, COVERED_LANGUAGES, languageBit } from '../../src/model/language.ts'
import { atomId } from '../../src/policy/detect/atom/atoms.ts'
import type { CompiledLexicon } from '../../src/policy/detect/atom/compiled-lexicon.ts'
import { isWordUnit, SPACE, unitClass } from '../../src/policy/detect/atom/units.ts'
import { foldText } from '../../src/policy/detect/fold/fold.ts'

/** One lexicon as it is written: phrases by atom. `*` at the end of a word takes any ending, at the beginning of the phrase any beginning. */
export interface LexiconFile {
  readonly name: string
  /** A covered language, or `any`. */
  readonly language: string
  readonly source: string
  readonly licence: string
  readonly atoms: Readonly<Record<string, readonly string[]>>
}

const RADIX = 36
/** Inside a phrase a `*` stands for the ending of a word, so a letter goes before it and a blank behind. */
const MISPLACED_STAR = /(?<![a-z0-9])\*|\*(?! )/u
const MAX_SHARED = RADIX - 1
/** Phrases with so many units in common are one section, which the scanner adds at once. */
const SECTION_UNITS = 2
/** What start time and download can carry. A longer file multiplies words out that a pattern should join. */
const MAX_PHRASES_A_FILE = 4_000

/** Atom and whether it is a stem, written, with the mask of its languages: one hit tells of all of them. */
type Senses = Map<string, number>

interface Phrases {
  /** Atoms that have a phrase, by name with their number. */
  readonly atoms: Map<string, number>
  /** Folded phrase to its senses. */
  readonly words: Map<string, Senses>
  readonly inside: Map<string, Senses>
  readonly mistakes: string[]
}

/** What came of compiling: the lexicon of all that was right, and a sentence on each thing that was not. */
export interface Compiled {
  readonly lexicon: CompiledLexicon
  readonly mistakes: readonly string[]
}

/** Joins lexicons to the one the scanner reads. A mistake in one leaves out what it is about and nothing else. */
export function compileLexicon(files: readonly LexiconFile[]): Compiled {
  const phrases: Phrases = { atoms: new Map(), words: new Map(), inside: new Map(), mistakes: [] }
  for (const file of files) addFile(phrases, file)
  const writing: Writing = { lines: '', sections: [], units: 0, groups: new Map() }
  writePhrases(phrases.words, writing)
  const wordSections = writing.sections.length
  writePhrases(phrases.inside, writing)
  const { lines, sections, units, groups } = writing
  const lexicon = {
    atoms: [...phrases.atoms.keys()],
    senses: [...groups.keys()],
    signs: signsIn([...phrases.words.keys(), ...phrases.inside.keys()]),
    units,
    phrases: phrases.words.size + phrases.inside.size,
    wordSections,
    sections,
    lines,
  }
  return { lexicon, mistakes: phrases.mistakes }
}

/** Every unit of the phrases once, in the order in which they come. */
function signsIn(phrases: readonly string[]): readonly number[] {
  return [
    ...new Set(phrases.flatMap((phrase) => Array.from({ length: phrase.length }, (_, at) => phrase.charCodeAt(at)))),
  ]
}

function addFile(phrases: Phrases, file: LexiconFile): void {
  const { mistakes } = phrases
  const languages = file.language === 'any' ? ALL_LANGUAGES : languageBit(file.language)
  if (languages === 0) mistakes.push(`${file.name}: language is none of ${COVERED_LANGUAGES.join(', ')} and not "any".`)
  const count = Object.values(file.atoms).flat().length
  if (count > MAX_PHRASES_A_FILE)
    mistakes.push(
      `${file.name}: ${count} phrases, at most ${MAX_PHRASES_A_FILE} are allowed. Do not multiply words out: give the parts atoms of their own and join them by a pattern (intent/patterns.ts), or use stems.`,
    )
  for (const [atom, entries] of Object.entries(file.atoms)) {
    if (atomId(atom) < 0) {
      mistakes.push(`${file.name}: ${atom} is no atom; the list is in src/policy/detect/atom/atoms.ts.`)
      continue
    }
    const id = phrases.atoms.get(atom) ?? phrases.atoms.size
    phrases.atoms.set(atom, id)
    for (const entry of entries) addEntry(phrases, entry, { id, languages, at: `${file.name}, ${atom}` })
  }
}

function addEntry(
  phrases: Phrases,
  entry: string,
  of: { readonly id: number; readonly languages: number; readonly at: string },
): void {
  const isInside = entry.startsWith('*')
  const isStem = entry.length > 1 && entry.endsWith('*')
  const phrase = folded(entry.slice(isInside ? 1 : 0, isStem ? -1 : undefined))
  if (phrase === '' || MISPLACED_STAR.test(phrase)) {
    phrases.mistakes.push(`${of.at}: "${entry}" has no letters, or a * that ends no word.`)
    return
  }
  const list = isInside || !isWordUnit(phrase.charCodeAt(0)) ? phrases.inside : phrases.words
  const senses: Senses = list.get(phrase) ?? new Map()
  const sense = `${of.id.toString(RADIX)}.${isStem ? 1 : 0}`
  senses.set(sense, (senses.get(sense) ?? 0) | of.languages)
  list.set(phrase, senses)
}

/** As the scanner sees it: folded, each run of separators one space. */
function folded(phrase: string): string {
  let text = ''
  for (const unit of foldText(phrase).text)
    if (unitClass(unit.charCodeAt(0)) !== SPACE) text += unit
    else if (!text.endsWith(' ')) text += ' '
  return text.trim()
}

interface Writing {
  lines: string
  readonly sections: number[]
  units: number
  /** Groups of senses with their numbers. */
  readonly groups: Map<string, number>
}

/** Writes phrases in order, each without what it shares with the one before in its section. */
function writePhrases(phrases: ReadonlyMap<string, Senses>, writing: Writing): void {
  const { sections, groups } = writing
  let before: string | undefined
  for (const phrase of [...phrases.keys()].sort()) {
    const group = [...(phrases.get(phrase) ?? [])]
      .map(([sense, languages]) => `${sense}.${languages.toString(RADIX)}`)
      .sort()
      .join(',')
    const number = groups.get(group) ?? groups.size
    groups.set(group, number)
    const isSameSection = before?.slice(0, SECTION_UNITS) === phrase.slice(0, SECTION_UNITS)
    if (!isSameSection) sections.push(writing.lines.length)
    const shared = isSameSection ? sharedLength(before?.slice(0, MAX_SHARED) ?? '', phrase) : 0
    writing.lines += `${shared.toString(RADIX)}${number.toString(RADIX)}\t${phrase.slice(shared)}\n`
    writing.units += phrase.length - shared
    before = phrase
  }
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1
  return isLowSurrogate(b.charCodeAt(length)) ? length - 1 : length // half a character is no text to every reader
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
