import type { Span } from '../../../model/finding.ts'
import { languageBit } from '../../../model/language.ts'
import lexicon from '../../pack/compiled-lexicon.json' with { type: 'json' }
import { ATOMS, atomId } from '../atom/atoms.ts'
import type { Atom } from '../atom/atoms.ts'
import { atomSet, isExactly } from '../atom/look-up.ts'
import { isWordUnit } from '../atom/units.ts'
import { unfold } from '../fold/fold.ts'
import { fitsLanguage, languageEvidence } from '../language/evidence.ts'
import type { LanguageEvidence } from '../language/evidence.ts'
import type { Scan } from '../scan.ts'
import { isHurled } from './address.ts'
import { isBelieved } from './belief.ts'
import type { Around } from './belief.ts'
import { DisguiseReader } from './disguise.ts'
import type { Disguised } from './disguised.ts'
import { HiddenWords } from './hidden-words.ts'
import type { HiddenWord } from './hidden-words.ts'
import { isChanged, isMarked } from './marks.ts'
import { findUnspacedDisguises } from './unspaced-disguise.ts'

const INSULTS = ['insult', 'insultLocal', 'insultAddressed', 'insultAccented', 'insultPlain'] as const
const IS_INSULT = atomSet(...INSULTS)
const SMALL_WORDS = atomSet('function')
const VETO = atomId('insultVeto')
const JAPANESE = languageBit('ja')

let hidden: HiddenWords | undefined

/** Insults and obscene words, also disguised ones. Spans are of the folded text, not sorted. */
export function findAbuse(read: Scan): readonly Span[] {
  return new AbuseReader(read).find()
}

class AbuseReader {
  readonly #read: Scan
  #known: LanguageEvidence | undefined

  constructor(read: Scan) {
    this.#read = read
  }

  find(): readonly Span[] {
    return [...this.#plain(), ...this.#disguised()]
  }

  #plain(): readonly Span[] {
    const { count, atoms, starts, ends, languages } = this.#read.atoms
    const found: Span[] = []
    for (let hit = 0; hit < count; hit += 1) {
      const atom = atoms[hit] ?? 0
      if (IS_INSULT[atom] !== 1) continue
      const span = { start: starts[hit] ?? 0, end: ends[hit] ?? 0 }
      const name = ATOMS[atom]
      if (name !== undefined && this.#counts(name, span, languages[hit] ?? 0) && !this.#isVetoed(span, hit))
        found.push(span)
    }
    return found
  }

  #counts(atom: Atom, span: Span, languages: number): boolean {
    if (atom === 'insult') return true
    if (atom === 'insultAccented' || atom === 'insultPlain') return this.#isWritten(atom, span)
    if (atom === 'insultAddressed' && !isHurled(this.#read, span, languages)) return false
    if (atom === 'insultLocal' && isHyphenated(this.#read.folded.text, span)) return false
    return this.#fits(languages)
  }

  #disguised(): readonly Span[] {
    const { shield, folded, atoms } = this.#read
    const around: Around = {
      text: folded.text,
      fits: (languages) => this.#fits(languages),
      isSmallWord: (span) => isExactly(atoms, SMALL_WORDS, span),
      original: (span) => this.#original(span),
    }
    const accept = (disguised: Disguised): boolean => shield[disguised.start] !== 1 && isBelieved(disguised, around)
    const reader = new DisguiseReader(folded.text, allHidden, accept)
    const found = reader.read()
    return reader.hasUnspaced ? [...found, ...this.#unspaced()] : found
  }

  #unspaced(): readonly Span[] {
    const accept = (span: Span, { atom, languages }: HiddenWord, hasHole: boolean): boolean =>
      (languages & JAPANESE) !== 0 && (hasHole || this.#isWritten(atom, span))
    return findUnspacedDisguises(this.#read.folded.text, allHidden, accept)
  }

  /** Whether the word is part of a harmless phrase. */
  #isVetoed(span: Span, hit: number): boolean {
    const { count, atoms, starts, ends } = this.#read.atoms
    const covers = (other: number): boolean => atoms[other] === VETO && (ends[other] ?? 0) >= span.end
    for (let other = hit; other < count && (starts[other] ?? 0) <= span.start; other += 1)
      if (covers(other)) return true
    for (let other = hit - 1; other >= 0 && (starts[other] ?? 0) >= span.start - LONGEST_VETO; other -= 1)
      if (covers(other)) return true
    return false
  }

  #fits(languages: number): boolean {
    this.#known ??= languageEvidence(this.#read)
    return fitsLanguage(this.#known, languages, this.#read.hint)
  }

  /** Whether a word has the marks that it needs, or is without those that would make another of it. */
  #isWritten(atom: Atom, span: Span): boolean {
    if (atom === 'insultAccented') return isMarked(this.#original(span))
    return atom !== 'insultPlain' || !isChanged(this.#original(span))
  }

  #original(span: Span): string {
    const { start, end } = unfold(this.#read.folded, span)
    return this.#read.original.slice(start, end)
  }
}

/** `con-` may begin a word that the end of a line cut. */
function isHyphenated(text: string, { start, end }: Span): boolean {
  return (
    (text.charCodeAt(end) === HYPHEN && isWordUnit(text.charCodeAt(end + 1))) ||
    (text.charCodeAt(start - 1) === HYPHEN && isWordUnit(text.charCodeAt(start - 2)))
  )
}

const HYPHEN = 45
/** How far before a word the phrase that excuses it may begin. */
const LONGEST_VETO = 24

function allHidden(): HiddenWords {
  return (hidden ??= new HiddenWords(lexicon, INSULTS))
}
