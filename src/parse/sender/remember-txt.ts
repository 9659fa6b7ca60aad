import { type Clock, HOUR_MS, MINUTE_MS, after } from '../../base/clock.ts'
import type { ResolveTxt } from '../dkim-keys.ts'

/** How many names are kept, how long an answer holds, and how soon one that failed or was empty is asked again. */
export const TXT_MEMORY = { names: 200, keptMs: HOUR_MS, failedMs: MINUTE_MS } as const

interface Kept {
  readonly answer: ReturnType<ResolveTxt>
  until: Date
}

/** A resolver that asks another one at most once an hour for a name, so that a thousand mails ask once. */
export function rememberTxt(resolveTxt: ResolveTxt, clock: Clock): ResolveTxt {
  const memory = new Map<string, Kept>()
  return (name) => {
    const known = memory.get(name)
    if (known && known.until > clock.now()) return known.answer
    const kept: Kept = { answer: resolveTxt(name), until: after(clock.now(), TXT_MEMORY.keptMs) }
    memory.delete(name)
    memory.set(name, kept)
    forgetOldest(memory)
    const askSoon = (): void => {
      kept.until = after(clock.now(), TXT_MEMORY.failedMs)
    }
    kept.answer.then((records) => records.length === 0 && askSoon(), askSoon)
    return kept.answer
  }
}

/** A map keeps the order in which its names came. */
function forgetOldest(memory: Map<string, Kept>): void {
  for (const name of memory.keys()) {
    if (memory.size <= TXT_MEMORY.names) return
    memory.delete(name)
  }
}
