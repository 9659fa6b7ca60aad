import { systemClock } from '../../src/base/clock.ts'
import { createServerClock } from './server-clock.ts'

/** The one clock of the page; `api/` teaches it, the ticks read it. */
export const deskClock = createServerClock(systemClock)
