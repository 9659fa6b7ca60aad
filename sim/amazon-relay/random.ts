import { createHash, randomBytes } from 'node:crypto'
import { concat, utf8 } from '../../src/base/bytes.ts'
import type { Random } from '../../src/base/random.ts'

/** The machine's randomness; every run is another. */
export const systemRandom: Random = { bytes: (count) => randomBytes(count) }

/** Randomness that a seed replays: the same seed gives the same bytes in the same order. Never for keys. */
export function seededRandom(seed: number): Random {
  let block = 0
  return {
    bytes(count) {
      const blocks: Uint8Array[] = []
      for (let size = 0; size < count; size += 32) {
        blocks.push(
          createHash('sha256')
            .update(utf8(`${seed}:${block++}`))
            .digest(),
        )
      }
      return concat(...blocks).subarray(0, count)
    },
  }
}
