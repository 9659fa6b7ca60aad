/** Of many measured times: the middle one and the one that a hundredth exceeds. */
export interface Percentiles {
  readonly p50: number
  readonly p99: number
}

/** Nearest-rank percentiles. Throws on an empty list. */
export function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]
    if (value === undefined) throw new RangeError('nothing was measured')
    return value
  }
  return { p50: at(0.5), p99: at(0.99) }
}
