import type { Span } from '../../../model/finding.ts'
import type { IntentKind } from '../../../model/intent.ts'
import { ATOMS, atomId } from '../atom/atoms.ts'
import type { AtomHits } from '../atom/find-atoms.ts'
import { borderAt, CLAUSE, SENTENCE } from './borders.ts'
import { grammarOf } from './grammar.ts'
import type { Grammar, Part, Rule } from './grammar.ts'
import { PATTERNS } from './patterns.ts'

/** What a sentence tries to do and where the words of it stand, in the folded text. */
export interface Intent extends Span {
  readonly kind: IntentKind
}

/** Where a rule's group was seen last. */
interface Seen {
  sentence: number
  start: number
  end: number
  clause: number
  languages: number
}

/** A rule whose groups are all there; the end of the sentence decides, since a negation may come last. */
interface Candidate {
  readonly rule: Rule
  readonly start: number
  readonly end: number
  readonly firstClause: number
  readonly lastClause: number
  readonly languages: number
}

const NEGATION = atomId('neg')
const BUT = atomId('but')
const ASIDE = atomId('aside')
/** Stands for the clause of a hit inside a phrase that only looks like it. */
const HIDDEN = -1

let grammar: Grammar | undefined

/** Finds the intents of a text from its atoms in one pass; one finding a rule and sentence. Linear, never throws. */
export function findIntents(text: string, atoms: AtomHits): readonly Intent[] {
  grammar ??= grammarOf(PATTERNS, ATOMS)
  return atoms.count === 0 ? [] : new Reading(text, atoms, grammar).read()
}

class Reading {
  readonly #text: string
  readonly #atoms: AtomHits
  readonly #grammar: Grammar
  readonly #seen: readonly (readonly Seen[])[]
  readonly #found: Intent[] = []
  #candidates: Candidate[] = []
  #sentence = 1
  #clause = 0
  #firstHit = 0
  #asideEnd = 0

  constructor(text: string, atoms: AtomHits, known: Grammar) {
    this.#text = text
    this.#atoms = atoms
    this.#grammar = known
    this.#seen = known.rules.map(({ groups }) => Array.from({ length: groups }, unseen))
  }

  read(): readonly Intent[] {
    const { count, starts } = this.#atoms
    let at = 0
    for (let hit = 0; hit < count; hit += 1) {
      const start = starts[hit] ?? 0
      for (; at < start; at += 1) this.#cross(at, hit)
      this.#take(hit)
    }
    this.#endSentence(count)
    return this.#found
  }

  #cross(at: number, hit: number): void {
    const border = borderAt(this.#text, at)
    if (border === SENTENCE) this.#endSentence(hit)
    else if (border === CLAUSE) this.#clause += 1
  }

  #take(hit: number): void {
    const atom = this.#atoms.atoms[hit] ?? 0
    if (this.#isHidden(hit)) {
      this.#clauses[hit] = HIDDEN
      return
    }
    if (atom === BUT) this.#clause += 1
    this.#clauses[hit] = this.#clause
    for (const part of this.#grammar.partsOf[atom] ?? []) this.#join(part, hit)
  }

  /** Whether a hit lies inside an aside; one that begins at the same place may come later. */
  #isHidden(hit: number): boolean {
    const { count, atoms, starts, ends } = this.#atoms
    const start = starts[hit] ?? 0
    for (let next = hit; next < count && starts[next] === start; next += 1)
      if (atoms[next] === ASIDE) this.#asideEnd = Math.max(this.#asideEnd, ends[next] ?? 0)
    return (ends[hit] ?? 0) <= this.#asideEnd
  }

  /** The clause of each hit of this sentence. */
  readonly #clauses: number[] = []

  #join({ rule: number, group }: Part, hit: number): void {
    const rule = this.#grammar.rules[number]
    const groups = this.#seen[number]
    const seen = groups?.[group]
    if (rule === undefined || groups === undefined || seen === undefined) return
    const { starts, ends, languages } = this.#atoms
    seen.sentence = this.#sentence
    seen.start = starts[hit] ?? 0
    seen.end = ends[hit] ?? 0
    seen.clause = this.#clause
    seen.languages = languages[hit] ?? 0
    const candidate = together(rule, groups, this.#sentence)
    if (candidate !== undefined) this.#candidates.push(candidate)
  }

  #endSentence(next: number): void {
    const named = new Set<IntentKind>()
    for (const candidate of this.#candidates) {
      const { rule, start, end } = candidate
      if (named.has(rule.kind) || this.#isExcused(candidate, next)) continue
      named.add(rule.kind)
      this.#found.push({ kind: rule.kind, start, end })
    }
    this.#candidates = []
    this.#sentence += 1
    this.#clause += 1
    this.#firstHit = next
  }

  #isExcused({ rule, firstClause, lastClause, languages }: Candidate, next: number): boolean {
    const { atoms, languages: of } = this.#atoms
    for (let hit = this.#firstHit; hit < next; hit += 1) {
      const atom = atoms[hit] ?? 0
      if (this.#clauses[hit] === HIDDEN) continue
      if (((of[hit] ?? 0) & languages) === 0) continue
      if (rule.unless.has(atom)) return true
      const clause = this.#clauses[hit] ?? 0
      if (atom === NEGATION && !rule.evenNegated && clause >= firstClause && clause <= lastClause) return true
    }
    return false
  }
}

function unseen(): Seen {
  return { sentence: 0, start: 0, end: 0, clause: 0, languages: 0 }
}

/** All groups of a rule, if they stand in this sentence, near enough, in order and in one language. */
function together(rule: Rule, groups: readonly Seen[], sentence: number): Candidate | undefined {
  let start = Number.MAX_SAFE_INTEGER
  let end = 0
  let firstClause = Number.MAX_SAFE_INTEGER
  let lastClause = 0
  let languages = -1
  let before = -1
  for (const seen of groups) {
    if (seen.sentence !== sentence || (rule.isOrdered && seen.start < before)) return undefined
    before = seen.end
    start = Math.min(start, seen.start)
    end = Math.max(end, seen.end)
    firstClause = Math.min(firstClause, seen.clause)
    lastClause = Math.max(lastClause, seen.clause)
    languages &= seen.languages
  }
  return languages === 0 || end - start > rule.near
    ? undefined
    : { rule, start, end, firstClause, lastClause, languages }
}
