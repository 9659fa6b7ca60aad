import type { Clock } from './clock.ts'

/** 2025-01-01T00:00:00Z, the year the ids count from: 41 bits of milliseconds reach the year 2094. */
const EPOCH_MS = 1_735_689_600_000
const COUNTER_SIZE = 256
const NODE_COUNT = 16

/** Gives ids that grow with time: 41 bits of milliseconds, 4 of the node, 8 of a counter. Safe as a Number. */
export interface IdSource {
  next(): number
}

/**
 * Ids for one process. `node` (0 to 15) must be leased, so that no two living processes share it. All are higher than
 * `above`, the highest there is. A clock set back does not repeat an id, and a full counter borrows the next millisecond.
 */
export function createIdSource(
  clock: Clock,
  { node, above = -1 }: { readonly node: number; readonly above?: number },
): IdSource {
  if (!Number.isInteger(node) || node < 0 || node >= NODE_COUNT)
    throw new RangeError(`node must be 0 to ${NODE_COUNT - 1}`)
  let lastMs = Math.floor(above / (NODE_COUNT * COUNTER_SIZE))
  let counter = 0
  return {
    next() {
      const nowMs = clock.now().getTime() - EPOCH_MS
      if (nowMs > lastMs) {
        lastMs = nowMs
        counter = 0
      } else if (++counter === COUNTER_SIZE) {
        lastMs += 1
        counter = 0
      }
      return (lastMs * NODE_COUNT + node) * COUNTER_SIZE + counter
    },
  }
}

/** How many processes may make ids at the same time. */
export const NODE_LIMIT = NODE_COUNT
