import type { Clock } from '../../src/base/clock.ts'

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  forward(ms: number): void
}

export function testClock(start = '2026-11-24T09:00:00.000Z'): TestClock {
  let nowMs = Date.parse(start)
  return {
    now: () => new Date(nowMs),
    forward(ms) {
      nowMs += ms
    },
  }
}
