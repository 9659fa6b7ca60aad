import { setTimeout as delay } from 'node:timers/promises'

const LOOK_EVERY_MS = 20
const PATIENCE_MS = 30_000

/**
 * Waits for a fact that nobody announces: looks again and again until `look` finds something, and returns it. Rejects
 * when it was not there after so long. (Default: 30 seconds)
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const limit = AbortSignal.timeout(patienceMs)
  while (!limit.aborted) {
    const found = await look()
    if (found !== undefined) return found
    await delay(LOOK_EVERY_MS)
  }
  throw new Error(`waited in vain for ${what}`)
}
