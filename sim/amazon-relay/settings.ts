import { RequestError } from './buyer-request.ts'
import type { Desk } from './desk.ts'
import type { Mode } from './mode.ts'
import type { Threads } from './thread.ts'

/** What can be changed while the relay runs. */
export interface Settings {
  desk(): Desk
  setDesk(desk: Desk): void
  /** How replies to the buyer of this alias are treated now. */
  modeOf(alias: string): Mode
  /** Changes what is named of the mode, for everybody or for one buyer. Throws a RequestError on an unknown alias. */
  setMode(changes: Partial<Mode>, alias?: string): Mode
}

/** Settings that begin with this desk and mode. A buyer's own mode goes before everybody's. */
export function createSettings(start: {
  readonly desk: Desk
  readonly mode: Mode
  readonly threads: Threads
}): Settings {
  let { desk, mode } = start
  const buyerModes = new Map<string, Partial<Mode>>()
  const modeOf = (alias: string): Mode => ({ ...mode, ...buyerModes.get(alias) })
  return {
    desk: () => desk,
    setDesk(next) {
      desk = next
    },
    modeOf,
    setMode(changes, alias) {
      if (alias === undefined) {
        mode = { ...mode, ...changes }
        return mode
      }
      if (!start.threads.hasAlias(alias)) throw new RequestError('No buyer of this alias has written.', 404)
      buyerModes.set(alias, { ...buyerModes.get(alias), ...changes })
      return modeOf(alias)
    },
  }
}
