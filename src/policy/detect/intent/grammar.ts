import type { IntentKind } from '../../../model/intent.ts'
import { atomId } from '../atom/atoms.ts'
import type { Atom } from '../atom/atoms.ts'
import type { Pattern } from './pattern.ts'

const DEFAULT_NEAR = 160

/** A pattern with numbers for names. */
export interface Rule {
  readonly kind: IntentKind
  readonly groups: number
  readonly near: number
  readonly isOrdered: boolean
  readonly evenNegated: boolean
  readonly unless: ReadonlySet<number>
}

/** Which rules an atom takes part in, and as which of their groups. */
export interface Part {
  readonly rule: number
  readonly group: number
}

/** The patterns, ready to be asked by atom. */
export interface Grammar {
  readonly rules: readonly Rule[]
  readonly partsOf: readonly (readonly Part[])[]
}

/** Turns patterns into a grammar. */
export function grammarOf(patterns: readonly Pattern[], atoms: readonly Atom[]): Grammar {
  const partsOf: Part[][] = atoms.map(() => [])
  const rules = patterns.map((pattern, rule) => {
    for (const [group, names] of pattern.all.entries())
      for (const name of names) partsOf[atomId(name)]?.push({ rule, group })
    return {
      kind: pattern.kind,
      groups: pattern.all.length,
      near: pattern.near ?? DEFAULT_NEAR,
      isOrdered: pattern.isOrdered ?? false,
      evenNegated: pattern.evenNegated ?? false,
      unless: new Set((pattern.unless ?? []).map(atomId)),
    }
  })
  return { rules, partsOf }
}
