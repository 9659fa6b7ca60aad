import { Fault } from '../base/fault.ts'
import { ping } from '../store/database.ts'
import { EXIT, talk } from './output.ts'
import type { DeskGuest, Doors } from './running-desk.ts'
import { type Stop, stoppable } from './stoppable.ts'

/** What every command on a desk's data takes. */
export interface GuestOptions {
  readonly dataDir?: string
  readonly json?: boolean
}

/** Why a command cannot be done here and how to mend it, and the code it ends with. */
export interface Refusal {
  readonly exit: number
  readonly says: string
}

/** What has to be done, and what the command ends with. */
export type GuestWork = (guest: DeskGuest, stop: Stop) => Promise<number | Refusal>

const STOPPING = 'Stopping: what is at hand is finished first.'

/**
 * Runs a command on a desk's data, whether or not the desk runs. A signal ends it in order, with exit 1, since not all
 * was done. A Fault 'database.lost' when the desk stops meanwhile.
 */
export async function asGuest(doors: Doors, options: GuestOptions, work: GuestWork): Promise<number> {
  let code: number = EXIT.findings
  await stoppable(async (stop) => {
    await using guest = await doors.openGuest(options.dataDir === undefined ? {} : { dataDir: options.dataDir })
    if (stop.aborted) return
    code = end(await guarded(guest, stop, work))
  }, STOPPING)
  return code
}

async function guarded(guest: DeskGuest, stop: Stop, work: GuestWork): Promise<number | Refusal> {
  try {
    return await work(guest, stop)
  } catch (cause) {
    if (stop.signal.aborted && cause === stop.signal.reason) return EXIT.findings
    // Asked first: the news of a connection that broke may be on its way while others fail already.
    const answers = await ping(guest.parts.db).then(
      () => true,
      () => false,
    )
    if (answers && !guest.lost.aborted) throw cause
    throw new Fault('database.lost', { cause })
  }
}

function end(result: number | Refusal): number {
  if (typeof result === 'number') return result
  talk(result.says)
  return result.exit
}
