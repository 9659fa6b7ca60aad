/** Whole numbers below `below`, the same row for the same seed. */
export type Dice = (below: number) => number

/** A row of numbers that a word decides, so that a corpus written twice is the same. */
export function diceOf(seed: string): Dice {
  let state = 2_166_136_261
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** One of a list that is not empty. */
export function pick<T>(dice: Dice, of: readonly T[]): T {
  const one = of[dice(of.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

/** A pattern filled: `#` is a digit, `A` a capital letter, all else stands for itself. */
export function fill(dice: Dice, pattern: string): string {
  return pattern.replace(/[#A]/g, (mark) => (mark === '#' ? String(dice(10)) : String.fromCharCode(65 + dice(26))))
}
