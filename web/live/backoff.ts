const FIRST_MS = 1_000
const LONGEST_MS = 30_000
const GROWTH = 1.5

/** How long to wait before the attempt of this number, counted from 0. */
export function backoffMs(attempt: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * GROWTH ** attempt)
}
