import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openAccount } from '../flow/open-account.ts'
import { talk } from './output.ts'
import type { Doors, RunningDesk } from './running-desk.ts'
import { type SimulatedAmazon, startSimulatedAmazon } from './simulated-amazon.ts'
import { announceDesk, type StartOptions, wishesOf } from './start.ts'
import { stoppable } from './stoppable.ts'

const SHOP = {
  name: 'Northpine Home (demo)',
  mailboxAddress: 'amazon@northpine.example',
  approvedSender: 'amazon@northpine.example',
} as const
const FREE_PORT = 0

/** A desk with a simulated Amazon whose buyers write at once. Its data is new each time and goes with it, unless named. */
export async function demo(doors: Doors, options: StartOptions): Promise<number> {
  return stoppable(async (stop) => {
    await using opened = new AsyncDisposableStack()
    const dataDir = options.dataDir ?? (await temporaryFolder(opened))
    const amazon = opened.use(await startSimulatedAmazon())
    const wishes = { doorPort: FREE_PORT, ...wishesOf(options), dataDir }
    const { smtpUrl, resolveTxt } = amazon
    const desk = opened.use(await doors.openDesk({ ...wishes, smtpUrl, resolveTxt }))
    if (stop.aborted) return
    await fillInbox(desk, amazon)
    if (stop.aborted) return
    announceDesk(desk, options.json ?? false, { amazon: amazon.httpUrl, mailbox: SHOP.mailboxAddress })
    await stop.orLost(desk.lost)
  })
}

async function fillInbox(desk: RunningDesk, amazon: SimulatedAmazon): Promise<void> {
  const opened = await openAccount(desk.parts, { personId: desk.owner, tokenId: undefined }, SHOP)
  await amazon.deliverTo({ ...desk.door, mailbox: SHOP.mailboxAddress, approvedSenders: [SHOP.approvedSender] })
  // A named data directory that was used before has its account and its buyers.
  if (!opened.ok) return
  talk('The simulated buyers are writing …')
  await amazon.play()
}

async function temporaryFolder(opened: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'safereply-demo-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  return folder
}
