/** Chance that a seed replays. */
export interface Dice {
  /** True in so many of a hundred throws. */
  percent(share: number): boolean
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** One of several, each as often as its weight says. */
  pick<T extends string>(weights: Readonly<Record<T, number>>): T
}

export function diceOf(seed: number): Dice {
  let state = seed
  // Mulberry32: short, and good enough for a made-up month.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 0x1_0000_0000
  }
  return {
    percent: (share) => next() * 100 < share,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick<T extends string>(weights: Readonly<Record<T, number>>): T {
      const entries = Object.entries<number>(weights)
      const sum = entries.reduce((total, [, weight]) => total + weight, 0)
      let left = next() * sum
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0]
      if (!found) throw new RangeError('there is nothing to pick')
      return found[0] as T // proof: a key of `weights`
    },
  }
}
