import type { IntentKind } from '../../../model/intent.ts'
import { atomId } from '../atom/atoms.ts'
import type { Atom } from '../atom/atoms.ts'
import type { Compound } from './compounds.ts'
import type { Pattern } from './pattern.ts'

const DEFAULT_NEAR = 160

/** A pattern with numbers for names. */
export interface Rule {
  readonly kind: IntentKind
  /** Number of its first group among the groups of all rules. */
  readonly firstGroup: number
  readonly groups: number
  readonly near: number
  readonly isOrdered: boolean
  readonly isOneClause: boolean
  readonly evenNegated: boolean
  readonly negatedBefore: boolean
  readonly unless: ReadonlySet<number>
}

/** Which rules an atom takes part in, and as which of all groups. */
export interface Part {
  readonly rule: number
  readonly group: number
}

/** A compound with numbers for names. */
export interface Join {
  /** Number of the compound. */
  readonly join: number
  readonly gives: number
  readonly gap: number
}

/** The patterns, ready to be asked by atom. */
export interface Grammar {
  readonly rules: readonly Rule[]
  /** How many groups all rules have together. */
  readonly groups: number
  readonly partsOf: readonly (readonly Part[])[]
  /** 1 for each atom that the grammar knows at all. */
  readonly isUsed: Uint8Array
  /** 1 for each atom that can excuse a rule. */
  readonly excuses: Uint8Array
  /** Compounds by their first atom and by their second. */
  readonly begins: readonly (readonly Join[])[]
  readonly completes: readonly (readonly Join[])[]
}

/** What a grammar is made of. */
export interface GrammarParts {
  readonly patterns: readonly Pattern[]
  readonly compounds: readonly Compound[]
  readonly atoms: readonly Atom[]
}

/** Turns patterns into a grammar. */
export function grammarOf({ patterns, compounds, atoms }: GrammarParts): Grammar {
  const partsOf: Part[][] = atoms.map(() => [])
  const excuses = new Uint8Array(atoms.length)
  excuses[atomId('neg')] = 1
  let groups = 0
  const rules = patterns.map((pattern, rule) => {
    const firstGroup = groups
    for (const names of pattern.all) {
      for (const name of names) partsOf[atomId(name)]?.push({ rule, group: groups })
      groups += 1
    }
    const unless = new Set((pattern.unless ?? []).map(atomId))
    for (const atom of unless) excuses[atom] = 1
    return {
      kind: pattern.kind,
      firstGroup,
      groups: pattern.all.length,
      near: pattern.near ?? DEFAULT_NEAR,
      isOrdered: pattern.isOrdered ?? false,
      isOneClause: pattern.isOneClause ?? false,
      evenNegated: pattern.evenNegated ?? false,
      negatedBefore: pattern.negatedBefore ?? false,
      unless,
    }
  })
  const joins = joinsOf(compounds, atoms.length)
  const isUsed = excuses.map((isExcuse, atom) =>
    isExcuse === 1 || [partsOf, joins.begins, joins.completes].some((of) => (of[atom]?.length ?? 0) > 0) ? 1 : 0,
  )
  return { rules, groups, partsOf, isUsed, excuses, ...joins }
}

function joinsOf(compounds: readonly Compound[], atoms: number): Pick<Grammar, 'begins' | 'completes'> {
  const begins: Join[][] = Array.from({ length: atoms }, () => [])
  const completes: Join[][] = Array.from({ length: atoms }, () => [])
  for (const [join, { first, second, gives, gap }] of compounds.entries()) {
    begins[atomId(first)]?.push({ join, gives: atomId(gives), gap })
    completes[atomId(second)]?.push({ join, gives: atomId(gives), gap })
  }
  return { begins, completes }
}
