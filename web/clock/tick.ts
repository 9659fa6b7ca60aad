import { useSyncExternalStore } from 'react'

import { SECOND_MS } from '../../src/base/clock.ts'
import { createCell } from '../cell/cell.ts'
import { deskClock } from './desk-clock.ts'

/** One timer for everyone who watches, however many rows there are; none while nobody does. */
function createTick(periodMs: number) {
  const cell = createCell(deskClock.now())
  let watchers = 0
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    get: cell.get,
    subscribe(watch: () => void) {
      watchers += 1
      if (watchers === 1) {
        cell.set(deskClock.now())
        timer = setInterval(() => cell.set(deskClock.now()), periodMs)
      }
      const stop = cell.subscribe(watch)
      return () => {
        stop()
        watchers -= 1
        if (watchers === 0) clearInterval(timer)
      }
    },
  }
}

const slow = createTick(15 * SECOND_MS)
const fast = createTick(SECOND_MS)

/** Now, for deadlines in hours: renders again every 15 s. */
export function useNow(): Date {
  return useSyncExternalStore(slow.subscribe, slow.get)
}

/** Now, for countdowns in seconds: renders again every second. */
export function useNowBySecond(): Date {
  return useSyncExternalStore(fast.subscribe, fast.get)
}
