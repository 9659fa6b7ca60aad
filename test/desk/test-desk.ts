import { type Clock, SECOND_MS, systemClock } from '../../src/base/clock.ts'
import { createIdSource } from '../../src/base/id.ts'
import { openSmtpOut, type SmtpOut } from '../../src/channel/mail/smtp-out.ts'
import { beginDesk } from '../../src/flow/begin-desk.ts'
import { inAccount } from '../../src/flow/in-account.ts'
import { makeToken } from '../../src/flow/make-token.ts'
import { openAccount } from '../../src/flow/open-account.ts'
import type { DeskParts } from '../../src/flow/parts.ts'
import type { ReceiveMailParts } from '../../src/flow/receive/read-coming.ts'
import { mailboxOf, receiveMail, type ReceiveMailOutcome } from '../../src/flow/receive/receive-mail.ts'
import { receiveMails, type ReceiveMailsOutcome } from '../../src/flow/receive/receive-mails.ts'
import type { App } from '../../src/http/app-env.ts'
import { createApp } from '../../src/http/app.ts'
import { newChangeHub } from '../../src/http/change-hub.ts'
import type { HttpEvent } from '../../src/http/parts.ts'
import type { Actor } from '../../src/model/actor.ts'
import type { AccountId, PersonId } from '../../src/model/ids.ts'
import { openCage } from '../../src/parse/cage.ts'
import type { ResolveTxt } from '../../src/parse/dkim-keys.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { openEpochKeys } from '../../src/seal/epoch-keys.ts'
import { packHash } from '../../src/seal/pack-hash.ts'
import { systemRandom } from '../../src/seal/system-random.ts'
import type { MailboxPosition } from '../../src/model/mailbox-source.ts'
import { beginPosition, findPosition } from '../../src/store/mailbox-position.ts'
import { openDatabase, ping } from '../../src/store/database.ts'
import { openJobQueue } from '../../src/store/job-queue.ts'
import { testDatabase, type TestDatabase } from '../database.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A seller account of the test and who owns it. */
export interface TestAccount {
  readonly accountId: AccountId
  readonly mailbox: string
  readonly actor: Actor
}

/** A whole desk of real parts on a database of its own, without the listening doors. */
export interface TestDesk {
  readonly parts: DeskParts
  /** What takes mails in: the same, with the cage and DNS. */
  readonly receiving: ReceiveMailParts
  readonly database: TestDatabase
  readonly app: App
  /** Opens the API as the owner. */
  readonly token: string
  readonly owner: Actor
  /** What the log was told of requests. */
  readonly logged: readonly HttpEvent[]
  readonly dataDir: string
  openAccount(name: string): Promise<TestAccount>
  /** Hands a mail in as the door does. */
  receive(recipient: string, mail: string | Uint8Array): Promise<ReceiveMailOutcome>
  /** Takes mails of a mailbox in as its watcher does. */
  receiveMails(address: string, wish: Parameters<typeof receiveMails>[2]): Promise<ReceiveMailsOutcome>
  /** Has a mailbox fetched from elsewhere from now on, and says where that begins. */
  beginAnew(address: string): Promise<MailboxPosition | undefined>
  /** Calls the API with the owner's token. */
  request(path: string, init?: RequestInit): Promise<Response>
}

export interface TestDeskOptions {
  readonly clock?: Clock
  readonly undoSeconds?: number
  readonly resolveTxt?: ResolveTxt
}

/** Nobody's signature is known, so every mail is unverified. */
const NO_DNS: ResolveTxt = () => Promise.resolve([])

/** What closes a thing in the end: a test, or `{ after }` of node:test for the tests of a file. */
export interface Closing {
  after(close: () => Promise<void>): void
}

/** Opens a desk for a test, or for those of a file; in the end all it opened is closed and its database dropped. */
export async function openTestDesk(t: Closing, options: TestDeskOptions = {}): Promise<TestDesk> {
  const opened = new AsyncDisposableStack()
  const database = opened.use(await testDatabase())
  t.after(() => opened.disposeAsync())
  const dataDir = await temporaryFolder(opened)
  const clock = options.clock ?? systemClock
  const db = openDatabase(database.connection('app'), 'safereply_app')
  opened.defer(() => db.destroy())
  const pack = currentPack()
  const parts: DeskParts = {
    db,
    clock,
    ids: createIdSource(clock, { node: 0 }),
    random: systemRandom,
    epochs: await openEpochKeys(`${dataDir}/keys`, { mayCreate: true, random: systemRandom }),
    pack,
    packHash: packHash(pack),
    jobs: opened.use(await openJobQueue(database.connection('app'), () => undefined)),
    canSend: true,
    undoMs: (options.undoSeconds ?? 0) * SECOND_MS,
  }
  const receiving: ReceiveMailParts = {
    ...parts,
    cage: opened.use(openCage({ workers: 1 })),
    resolveTxt: options.resolveTxt ?? NO_DNS,
  }
  const owner: Actor = { personId: (await beginDesk(parts)).id, tokenId: undefined }
  const token = await makeToken(parts, owner.personId, 'link')
  const logged: HttpEvent[] = []
  const app = createApp({
    desk: parts,
    changes: newChangeHub(),
    isHttps: false,
    page: undefined,
    ready: () => ping(db),
    log: (event) => logged.push(event),
  })
  return {
    parts,
    receiving,
    database,
    app,
    token,
    owner,
    logged,
    dataDir,
    openAccount: (name) => openTestAccount(parts, owner, name),
    receive: (recipient, mail) =>
      receiveMail(receiving, { recipient, bytes: typeof mail === 'string' ? new TextEncoder().encode(mail) : mail }),
    async receiveMails(address, wish) {
      const mailbox = await mailboxOf(parts, address)
      return mailbox ? receiveMails(receiving, mailbox, wish) : { kind: 'no-mailbox' }
    },
    async beginAnew(address) {
      const mailbox = await mailboxOf(parts, address)
      if (!mailbox) throw new Error(`nobody has ${address}`)
      const right = { accountId: mailbox.accountId, permission: 'account:write' } as const
      const begun = await inAccount(parts, owner, right, async ({ tx, scope, now }) => {
        await beginPosition(tx, scope, mailbox.id, now)
        return { position: await findPosition(tx, scope, mailbox.id) }
      })
      return 'ok' in begun ? undefined : begun.position
    },
    async request(path, init = {}) {
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${token}`)
      if (init.body !== undefined && init.body !== null) headers.set('content-type', 'application/json')
      return app.request(`/api/v1${path}`, { ...init, headers })
    },
  }
}

/** A way out to a server of the test. */
export function wayOut(host: string, port: number): SmtpOut {
  return openSmtpOut({ host, port, timeoutMs: 5 * SECOND_MS, name: 'desk.example' })
}

async function openTestAccount(parts: DeskParts, owner: Actor, name: string): Promise<TestAccount> {
  const mailbox = `${name}@shop.example`
  const opened = await openAccount(parts, owner, { name, mailboxAddress: mailbox, approvedSender: mailbox })
  if (!opened.ok) throw new Error(`the test opened ${name} twice`)
  return { accountId: opened.account.id, mailbox, actor: owner }
}

/** An actor that is nobody's member, for trying doors. */
export function stranger(personId: number): Actor {
  return { personId: personId as PersonId, tokenId: undefined } // proof: any number; the walls decide
}
