import type { Clock } from '../../src/base/clock.ts'
import { after, SECOND_MS } from '../../src/base/clock.ts'

/** The HTTP `Date` header has whole seconds, so a smaller difference says nothing. */
const UNSURE_MS = 2 * SECOND_MS

/** The desk's time, as far as this page knows it: deadlines must not follow a PC whose clock is wrong. */
export interface ServerClock extends Clock {
  /** Takes the `Date` header of an answer. What is missing or unreadable is ignored. */
  learn(dateHeader: string | null): void
}

export function createServerClock(local: Clock): ServerClock {
  let offsetMs = 0
  return {
    now: () => after(local.now(), offsetMs),
    learn(dateHeader) {
      const serverMs = Date.parse(dateHeader ?? '')
      if (Number.isNaN(serverMs)) return
      const differenceMs = serverMs - local.now().getTime()
      offsetMs = Math.abs(differenceMs) < UNSURE_MS ? 0 : differenceMs
    },
  }
}
