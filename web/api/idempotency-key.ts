import { hex } from '../../src/base/bytes.ts'

const KEY_BYTES = 16

/** A key for one sending. Made of `getRandomValues`, since `randomUUID` is missing on plain HTTP in a local network. */
export function newIdempotencyKey(): string {
  return hex(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))
}
