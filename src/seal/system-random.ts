import { randomBytes } from 'node:crypto'

import type { Random } from '../base/random.ts'

/** The machine's source of random bytes; the only reader of it in the product. */
export const systemRandom: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) }
