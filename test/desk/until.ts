import { setTimeout as delay } from 'node:timers/promises'

const LOOK_EVERY_MS = 20
const PATIENCE_MS = 30_000

/** Waits for a fact that nobody announces: looks again and again until `look` finds something, and returns it. */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const limit = AbortSignal.timeout(PATIENCE_MS)
  while (!limit.aborted) {
    const found = await look()
    if (found !== undefined) return found
    await delay(LOOK_EVERY_MS)
  }
  throw new Error(`waited in vain for ${what}`)
}
