import type { IntentKind } from '../../../model/intent.ts'
import { ALL_LANGUAGES, COVERED_LANGUAGES } from '../../../model/language.ts'
import { atomId } from '../atom/atoms.ts'
import type { Grammar, Rule } from './grammar.ts'
import type { Intent } from './intent.ts'

/** One atom where it stands, in the languages in which it means this here. */
export interface Word {
  readonly atom: number
  readonly start: number
  readonly end: number
  readonly languages: number
  /** Joined of two, so that other words may stand inside. */
  readonly isCompound?: boolean
}

/** A word and the clause it stands in. */
interface Said extends Word {
  readonly clause: number
}

/** A rule whose groups are all there; the end of the sentence decides, since a negation may come last. */
interface Candidate {
  readonly rule: Rule
  readonly number: number
  readonly parts: readonly Said[]
  readonly start: number
  readonly end: number
  /** Bit of the language. */
  readonly language: number
}

const NEGATION = atomId('neg')
const LANGUAGES = COVERED_LANGUAGES.length
/** Ways to read one rule in one sentence; more would be a list of words, not a sentence. */
const MAX_CANDIDATES = 12
/** Negations and the like that are kept of one sentence. */
const MAX_EXCUSES = 64

/** Excused candidates whose words are looked for in other languages. */
const MAX_EXCUSED = 16

/** So many small words tell the language of a sentence, and one that has none of them is not it. */
const TELLING = 2
/** Nor is a language with less than the third part of the most. */
const LEAST_PART = 3

/** Joins the words of one sentence after the other to intents. What it keeps of a sentence has fixed limits. */
export class Sentence {
  readonly #grammar: Grammar
  /** The last word of each group of each rule, for each language. */
  readonly #last: (Said | undefined)[]
  readonly #filled: number[] = []
  readonly #tried: Uint8Array
  readonly #candidates: Candidate[] = []
  readonly #excuses: Said[] = []
  /** The last word that begins each compound, for each language. */
  readonly #firsts: (Said | undefined)[] = []
  /** The last word of each atom. */
  readonly #lastOf: (Said | undefined)[]
  /** Small words of each language. */
  readonly #heard = new Int32Array(LANGUAGES)
  #mostHeard = 0
  #clause = 0

  constructor(grammar: Grammar) {
    this.#grammar = grammar
    this.#last = Array.from({ length: grammar.groups * LANGUAGES }, () => undefined)
    this.#lastOf = grammar.partsOf.map(() => undefined)
    this.#tried = new Uint8Array(grammar.rules.length)
  }

  endClause(): void {
    this.#clause += 1
  }

  /** Whether an atom takes part in anything, so that the many others need not be looked at. */
  uses(atom: number): boolean {
    return this.#grammar.isUsed[atom] === 1
  }

  /** Notes a small word, which tells the language that a sentence is in. */
  hearLanguages(languages: number): void {
    for (let mask = languages & ALL_LANGUAGES; mask !== 0; mask &= mask - 1) {
      const language = 31 - Math.clz32(mask & -mask)
      this.#heard[language] = (this.#heard[language] ?? 0) + 1
      this.#mostHeard = Math.max(this.#mostHeard, this.#heard[language] ?? 0)
    }
  }

  take(word: Word): void {
    const { begins, completes } = this.#grammar
    const languages = word.languages & ALL_LANGUAGES
    if ((begins[word.atom]?.length ?? 0) > 0)
      for (let mask = languages; mask !== 0; mask &= mask - 1) this.#begin(word, mask & -mask)
    this.#takeOne(word)
    if ((completes[word.atom]?.length ?? 0) > 0)
      for (let mask = languages; mask !== 0; mask &= mask - 1) this.#complete(word, mask & -mask)
  }

  #begin(word: Word, language: number): void {
    for (const { join } of this.#grammar.begins[word.atom] ?? [])
      this.#firsts[join * LANGUAGES + 31 - Math.clz32(language)] = { ...word, clause: this.#clause }
  }

  #complete(word: Word, language: number): void {
    for (const { join, gives, gap } of this.#grammar.completes[word.atom] ?? []) {
      const first = this.#firsts[join * LANGUAGES + 31 - Math.clz32(language)]
      if (first === undefined || first.clause !== this.#clause) continue
      if (first.start >= word.start || word.start - first.end > gap) continue
      this.#takeOne({ atom: gives, start: first.start, end: word.end, languages: language, isCompound: true })
    }
  }

  #takeOne(word: Word): void {
    const { atom, start, end, languages } = word
    const parts = this.#grammar.partsOf[atom]
    const isExcuse = this.#grammar.excuses[atom] === 1
    if (!isExcuse && (parts === undefined || parts.length === 0)) return
    const before = this.#lastOf[atom]
    // The same again inside of itself, as in a row of stars, says nothing new.
    if (before !== undefined && start < before.end && isWithin(languages, before.languages))
      if (start > before.start || end <= before.end) return
    const said: Said = { ...word, languages: languages & ALL_LANGUAGES, clause: this.#clause }
    this.#lastOf[atom] = said
    if (isExcuse && this.#excuses.length < MAX_EXCUSES) this.#excuses.push(said)
    for (const { rule: number, group } of parts ?? []) {
      const rule = this.#grammar.rules[number]
      if (rule !== undefined) this.#join(rule, { number, group, said })
    }
  }

  /** Adds what the sentence says to `found`, one intent a kind, and begins the next sentence. */
  end(found: Intent[]): void {
    const named = new Set<IntentKind>()
    const excused: Candidate[] = []
    const said = this.#candidates.filter((candidate) => {
      if (this.#isForeign(candidate)) return false
      if (!this.#isExcused(candidate)) return true
      if (excused.length < MAX_EXCUSED) excused.push(candidate)
      return false
    })
    for (const candidate of said) {
      const { rule, start, end } = candidate
      if (named.has(rule.kind) || excused.some((other) => isSameIn(other, candidate))) continue
      named.add(rule.kind)
      found.push({ kind: rule.kind, start, end })
    }
    this.#forget()
  }

  #join(rule: Rule, of: { readonly number: number; readonly group: number; readonly said: Said }): void {
    for (let mask = of.said.languages; mask !== 0; mask &= mask - 1) {
      const language = 31 - Math.clz32(mask & -mask)
      const slot = of.group * LANGUAGES + language
      if (this.#last[slot] === undefined) this.#filled.push(slot)
      this.#last[slot] = of.said
      if ((this.#tried[of.number] ?? 0) >= MAX_CANDIDATES) continue
      const candidate = this.#together(rule, of.number, language)
      if (candidate === undefined) continue
      this.#tried[of.number] = (this.#tried[of.number] ?? 0) + 1
      this.#candidates.push(candidate)
    }
  }

  /** All groups of a rule in one language, if they stand in this sentence, near enough and in order. */
  #together(rule: Rule, number: number, language: number): Candidate | undefined {
    const last = rule.firstGroup + rule.groups
    let start = Number.MAX_SAFE_INTEGER
    let end = 0
    let before = -1
    for (let group = rule.firstGroup; group < last; group += 1) {
      const said = this.#last[group * LANGUAGES + language]
      if (said === undefined || (rule.isOrdered && said.start < before)) return undefined
      before = said.end
      start = Math.min(start, said.start)
      end = Math.max(end, said.end)
    }
    if (end - start > rule.near) return undefined
    const parts: Said[] = []
    for (let group = rule.firstGroup; group < last; group += 1) {
      const said = this.#last[group * LANGUAGES + language]
      if (said !== undefined) parts.push(said)
    }
    if (parts.some((part, index) => parts.slice(0, index).some((other) => isShared(part, other)))) return undefined
    if (rule.isOneClause && parts.some(({ clause }) => clause !== parts[0]?.clause)) return undefined
    return { rule, number, parts, start, end, language: 1 << language }
  }

  #isForeign({ language }: Candidate): boolean {
    const heard = this.#heard[31 - Math.clz32(language)] ?? 0
    return this.#mostHeard >= TELLING && heard * LEAST_PART < this.#mostHeard
  }

  #isExcused({ rule, parts, start, language }: Candidate): boolean {
    const clauses = parts.map(({ clause }) => clause)
    const first = Math.min(...clauses)
    const last = Math.max(...clauses)
    return this.#excuses.some((excuse) => {
      if ((excuse.languages & language) === 0 || excuse.clause < first || excuse.clause > last) return false
      if (rule.unless.has(excuse.atom)) return true
      if (excuse.atom !== NEGATION || rule.evenNegated) return false
      // `nothing can go wrong` is said by its own negation.
      if (parts.some((part) => !part.isCompound && excuse.start >= part.start && excuse.end <= part.end)) return false
      return !rule.negatedBefore || excuse.end <= start
    })
  }

  #forget(): void {
    for (const slot of this.#filled) this.#last[slot] = undefined
    this.#filled.length = 0
    for (const { number } of this.#candidates) this.#tried[number] = 0
    this.#candidates.length = 0
    this.#excuses.length = 0
    this.#firsts.length = 0
    this.#lastOf.fill(undefined)
    this.#heard.fill(0)
    this.#mostHeard = 0
    this.#clause = 0
  }
}

/** A word cannot be two parts of what is said, nor half of one and the whole of another. */
function isShared(a: Said, b: Said): boolean {
  const [beginsAlike, endsAlike] = [a.start === b.start, a.end === b.end]
  return a.isCompound !== b.isCompound ? beginsAlike || endsAlike : beginsAlike && endsAlike
}

/** Whether a mask of languages brings none that another has not. */
function isWithin(languages: number, others: number): boolean {
  return (languages & ~others) === 0
}

/**
 * Whether two languages read the same words the same way. `Via WhatsApp` is many languages, but only the language that
 * the sentence is in knows its negation.
 */
function isSameIn(excused: Candidate, other: Candidate): boolean {
  const isSameKind = excused.rule.kind === other.rule.kind && excused.language !== other.language
  return isSameKind && excused.start < other.end && other.start < excused.end
}
