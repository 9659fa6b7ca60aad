/** Chance that a seed repeats. */
export interface Chance {
  /** A whole number below a limit. */
  below(limit: number): number
  digits(count: number): string
  letters(count: number): string
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Chance of a seed of 32 bits (the generator of L'Ecuyer and Marsaglia's xorshift family). */
export function chanceOf(seed: number): Chance {
  let state = seed === 0 ? 1 : seed | 0
  const below = (limit: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
  const some = (signs: string, count: number): string =>
    Array.from({ length: count }, () => signs.charAt(below(signs.length))).join('')
  // The first numbers of small seeds are alike.
  for (let skipped = 0; skipped < 20; skipped += 1) below(1)
  return { below, digits: (count) => some('0123456789', count), letters: (count) => some(LETTERS, count) }
}
