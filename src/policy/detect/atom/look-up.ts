import { ATOMS, atomId } from './atoms.ts'
import type { Atom } from './atoms.ts'
import { quietSensesAt } from './find-atoms.ts'
import type { AtomHits } from './find-atoms.ts'

/** Some atoms, as a table by id: 1 for each that belongs to them. */
export type AtomSet = Uint8Array

/** The atoms of these names as a set. */
export function atomSet(...names: readonly Atom[]): AtomSet {
  const set = new Uint8Array(ATOMS.length)
  for (const name of names) set[atomId(name)] = 1
  return set
}

/** Index of the first hit that begins at a position of the folded text or behind it; the number of hits if none does. */
export function firstHitFrom({ count, starts }: AtomHits, at: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether one of the atoms begins at most `reach` units before a position and ends before it. */
export function standsBefore(
  atoms: AtomHits,
  set: AtomSet,
  { at, reach }: { readonly at: number; readonly reach: number },
): boolean {
  for (let hit = firstHitFrom(atoms, at) - 1; hit >= 0 && (atoms.starts[hit] ?? 0) >= at - reach; hit -= 1)
    if (set[atoms.atoms[hit] ?? 0] === 1 && (atoms.ends[hit] ?? 0) <= at) return true
  return false
}

/** Where the longest of the atoms that begins exactly at a position ends; -1 if none begins there. */
export function endOfAtomAt(atoms: AtomHits, set: AtomSet, at: number): number {
  let end = -1
  for (let hit = firstHitFrom(atoms, at); hit < atoms.count && atoms.starts[hit] === at; hit += 1)
    if (set[atoms.atoms[hit] ?? 0] === 1) end = Math.max(end, atoms.ends[hit] ?? 0)
  quietSensesAt(atoms, at, ({ atom }, quietEnd) => {
    if (set[atom] === 1) end = Math.max(end, quietEnd)
  })
  return end
}

/** Whether one of the atoms covers exactly a range, in one of the languages of `mask` (0: in any). */
export function isExactly(
  atoms: AtomHits,
  set: AtomSet,
  range: { readonly start: number; readonly end: number; readonly mask?: number },
): boolean {
  const mask = range.mask === undefined || range.mask === 0 ? -1 : range.mask
  for (let hit = firstHitFrom(atoms, range.start); hit < atoms.count && atoms.starts[hit] === range.start; hit += 1)
    if (set[atoms.atoms[hit] ?? 0] === 1 && atoms.ends[hit] === range.end && ((atoms.languages[hit] ?? 0) & mask) !== 0)
      return true
  let isFound = false
  quietSensesAt(atoms, range.start, ({ atom, languages }, end) => {
    if (set[atom] === 1 && end === range.end && (languages & mask) !== 0) isFound = true
  })
  return isFound
}
