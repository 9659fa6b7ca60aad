import type { Span } from '../../../model/finding.ts'

/**
 * The way from folded units back to the original. Only units that do not simply follow the one before are kept, since
 * most of a text keeps its length: a typed array of every unit would cost more than the fold itself.
 */
export class OffsetMap {
  readonly #at: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  #count = 0
  #lastStart = 0
  #lastEnd = 0

  /** The next folded unit stands for this range of the original. */
  add(start: number, end: number): void {
    if (start !== this.#lastEnd || end !== start + 1) this.#keep(this.#count, start, end)
    this.#count += 1
    this.#lastStart = start
    this.#lastEnd = end
  }

  /** What was dropped up to `end` goes with the unit before. */
  lengthenLast(end: number): void {
    if (this.#count === 0) return
    this.#lastEnd = end
    if (this.#at.at(-1) === this.#count - 1) this.#ends.splice(-1, 1, end)
    else this.#keep(this.#count - 1, this.#lastStart, end)
  }

  /** The range of the original that a range of folded units stands for. */
  unfold({ start, end }: Span): Span {
    if (end <= start) return { start: this.#startOf(start), end: this.#startOf(start) }
    return { start: this.#startOf(start), end: this.#endOf(end - 1) }
  }

  #keep(at: number, start: number, end: number): void {
    this.#at.push(at)
    this.#starts.push(start)
    this.#ends.push(end)
  }

  #startOf(unit: number): number {
    const kept = this.#keptBefore(unit)
    if (kept < 0) return unit
    const at = this.#at[kept] ?? 0
    return at === unit ? (this.#starts[kept] ?? 0) : (this.#ends[kept] ?? 0) + unit - at - 1
  }

  #endOf(unit: number): number {
    const kept = this.#keptBefore(unit)
    return kept < 0 ? unit + 1 : (this.#ends[kept] ?? 0) + unit - (this.#at[kept] ?? 0)
  }

  /** Index of the last kept unit not behind `unit`; -1 if none. */
  #keptBefore(unit: number): number {
    let low = 0
    let high = this.#at.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#at[middle] ?? 0) <= unit) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
