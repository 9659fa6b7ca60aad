import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { readConfig } from '../../src/config.ts'
import { openDesk } from '../../src/desk.ts'
import { openAccount } from '../../src/flow/open-account.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { until } from '../desk/until.ts'
import { temporaryPlace } from '../store/server/temporary-place.ts'
import { inDatabaseOf } from './desk-database.ts'
import { type DeskProcess, startDeskProcess } from './desk-process.ts'
import { type Ran, type RunOptions, runSafereply } from './run-safereply.ts'
import { type RunningCommand, startSafereply } from './running-command.ts'

export const ADDRESS = 'amazon@northpine.example'

/** A data directory with an account and its mailbox, and no desk that runs. */
export interface MailPlace extends AsyncDisposable {
  readonly root: string
  readonly dataDir: string
  startDesk(environment?: Readonly<Record<string, string>>): Promise<DeskProcess>
  /** Runs a command on it that is done in a moment. */
  run(args: readonly string[], options?: RunOptions): Ran
  /** Starts one that may take longer, or to which something is done meanwhile. */
  start(args: readonly string[]): RunningCommand
  /** Writes an mbox of so many mails, each of another buyer. */
  mbox(name: string, mails: number): Promise<string>
  /** How many messages and how many entries of the ledger there are. */
  counts(): Promise<{ readonly messages: number; readonly arrivals: number }>
  /** Waits until so many mails are in the ledger. */
  taken(mails: number): Promise<void>
}

/** Begins a desk on a new data directory, opens an account with a mailbox, and stops the desk. */
export async function mailPlace(): Promise<MailPlace> {
  await using opened = new AsyncDisposableStack()
  const place = opened.use(await temporaryPlace())
  const dataDir = join(place.root, 'data')
  const startDesk = (environment: Readonly<Record<string, string>> = {}) =>
    startDeskProcess({ command: 'start', dataDir, environment })
  await openFirstAccount(dataDir)
  const counts = () =>
    inDatabaseOf(dataDir, async (client) => {
      const { rows } = await client.query<{ messages: number; arrivals: number }>(
        'select (select count(*)::int from message) as messages, (select count(*)::int from arrival) as arrivals',
      )
      return rows[0] ?? { messages: 0, arrivals: 0 }
    })
  const closing = opened.move()
  return {
    root: place.root,
    dataDir,
    startDesk,
    run: (args, options) => runSafereply([...args, '--data-dir', dataDir], options),
    start: (args) => startSafereply([...args, '--data-dir', dataDir]),
    async mbox(name, mails) {
      const path = join(place.root, name)
      await writeFile(path, Array.from({ length: mails }, (_, at) => mboxEntry(at)).join(''))
      return path
    },
    counts,
    async taken(mails) {
      await until(`${mails} mails to be taken in`, async () => {
        const { arrivals } = await counts().catch(() => ({ arrivals: 0 })) // the server may not be up yet
        return arrivals >= mails ? true : undefined
      })
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** In this process, so that nobody waits for one. */
async function openFirstAccount(dataDir: string): Promise<void> {
  const environment = { SAFEREPLY_DATA_DIR: dataDir, SAFEREPLY_HTTP_PORT: '0', SAFEREPLY_DOOR_PORT: '0' }
  const config = readConfig({ ...process.env, ...environment, SAFEREPLY_LOG_LEVEL: 'error' })
  await using desk = await openDesk(config, {})
  const wish = { name: 'Northpine Home', mailboxAddress: ADDRESS, approvedSender: ADDRESS }
  const opened = await openAccount(desk.parts, { personId: desk.owner, tokenId: undefined }, wish)
  if (!opened.ok) throw new Error('the account was there before')
}

function mboxEntry(at: number): string {
  const alias = `buyer${String(at).padStart(11, '0')}`
  const orderId = `302-1234567-${String(at).padStart(7, '0')}`
  const threadToken = `A0THREAD${String(at).padStart(7, '0')}`
  const mail = buyerMail({ to: ADDRESS, alias, orderId, threadToken, date: new Date(MAILED_AT + at * 1_000) })
  return `From ${alias}@marketplace.amazon.de Tue Nov 24 09:00:00 2026\n${mail.replaceAll('\r\n', '\n')}\n`
}

const MAILED_AT = Date.UTC(2026, 10, 24, 9)
