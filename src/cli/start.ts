import { say, talk } from './output.ts'
import type { Doors, RunningDesk } from './running-desk.ts'
import { stoppable } from './stoppable.ts'

export interface StartOptions {
  readonly host?: string
  readonly port?: number
  readonly doorPort?: number
  readonly dataDir?: string
  readonly json?: boolean
}

/** Runs the desk for real work until it is told to stop. */
export async function start(doors: Doors, options: StartOptions): Promise<number> {
  return stoppable(async (stop) => {
    await using desk = await doors.openDesk(wishesOf(options))
    if (stop.aborted) return
    announceDesk(desk, options.json ?? false)
    await stop.orLost(desk.lost)
  })
}

/** The wishes that both `start` and `demo` take from the command line. */
export function wishesOf(options: StartOptions) {
  return {
    ...(options.host === undefined ? {} : { httpHost: options.host }),
    ...(options.port === undefined ? {} : { httpPort: options.port }),
    ...(options.doorPort === undefined ? {} : { doorPort: options.doorPort }),
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
  }
}

/** One JSON line for programs, or what a person needs to open the page. */
export function announceDesk(desk: RunningDesk, isJson: boolean, more: Readonly<Record<string, string>> = {}): void {
  const link = `${desk.url}/#token=${desk.token}`
  if (isJson) {
    say(JSON.stringify({ url: desk.url, token: desk.token, dataDir: desk.dataDir, link, door: desk.door, ...more }))
    return
  }
  talk(`\nSafereply is ready. Open this link; it signs you in:\n`)
  say(`  ${link}\n`)
  talk(`  Mail comes in at   ${desk.door.host}:${desk.door.port}`)
  talk(`  Everything lies in ${desk.dataDir}`)
  for (const [name, value] of Object.entries(more)) talk(`  ${name.padEnd(18)} ${value}`)
  talk(`\nCtrl+C stops it.`)
}
