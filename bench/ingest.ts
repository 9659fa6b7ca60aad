import { performance } from 'node:perf_hooks'

import { systemClock } from '../src/base/clock.ts'
import { createIdSource } from '../src/base/id.ts'
import { BATCH_LIMITS } from '../src/channel/mail/imap/batch.ts'
import { openImap } from '../src/channel/mail/imap/session.ts'
import { watchImap } from '../src/channel/mail/imap/watch.ts'
import { listAbove } from '../src/channel/mail/imap/windows.ts'
import type { ImapSettings } from '../src/channel/mail/imap/settings.ts'
import { openAccount } from '../src/flow/open-account.ts'
import { beginDesk } from '../src/flow/begin-desk.ts'
import type { ReceiveMailParts } from '../src/flow/receive/read-coming.ts'
import { receiveMails } from '../src/flow/receive/receive-mails.ts'
import type { Mailbox } from '../src/model/account.ts'
import type { MailboxPosition } from '../src/model/mailbox-source.ts'
import { type Cage, openCage } from '../src/parse/cage.ts'
import { MAIL_MAX_BYTES } from '../src/parse/pre-scan.ts'
import { rememberTxt } from '../src/parse/sender/remember-txt.ts'
import { currentPack } from '../src/policy/pack/current-pack.ts'
import { openEpochKeys } from '../src/seal/epoch-keys.ts'
import { packHash } from '../src/seal/pack-hash.ts'
import { systemRandom } from '../src/seal/system-random.ts'
import { openDatabase } from '../src/store/database.ts'
import { openDovecot } from '../test/real/dovecot/dovecot-server.ts'
import { temporaryFolder } from '../test/desk/temporary-folder.ts'
import { makeMails, type MadeMails } from './measure/made-mails.ts'
import { openBenchDatabase } from './measure/bench-database.ts'

const MAILS = 6_000
/** Mails before the counted ones, in which Node compiles and the server fills its caches. */
const WARM_UP = 1_000
const MAILBOX = 'bench@shop.example'

/**
 * Mails from a real Dovecot to committed: fetched by IMAP, their signatures checked and parts read in the cage,
 * understood, redacted, sealed, threaded, counted in the ledger, with an entry of the log each. Beside it the floor, which
 * fetches and parses and keeps nothing.
 */
export async function run(): Promise<void> {
  await using opened = new AsyncDisposableStack()
  const made = await makeMails(WARM_UP + MAILS, MAILBOX)
  const dovecot = opened.use(await openDovecot({ tls: false }))
  await dovecot.deliver(MAILBOX, made.mails)
  const settings = dovecot.settings(MAILBOX)
  const cage = opened.use(openCage())
  const floor = await fetchAndParse(settings, cage)
  const { parts, mailbox } = await openParts(opened, { cage, made })
  const whole = await fetchAndStore(settings, { parts, mailbox })
  console.log(`mails a second over ${MAILS} mails of ${made.averageBytes} bytes, after ${WARM_UP} to warm up`)
  console.log(`fetch and parse only (the floor)        ${floor.toFixed(0)}`)
  console.log(`fetched, checked, read, stored, sealed  ${whole.toFixed(0)}`)
  console.log(`ratio                                   ${(whole / floor).toFixed(2)}`)
}

async function fetchAndParse(settings: ImapSettings, cage: Cage): Promise<number> {
  await using session = await openImap(settings, { signal: AbortSignal.timeout(600_000) })
  const meter = new Meter()
  const listed = []
  for await (const window of listAbove(session, 0)) listed.push(...window)
  for (let at = 0; at < listed.length; at += BATCH_LIMITS.mails) {
    const mails = []
    for await (const mail of session.fetch(listed.slice(at, at + BATCH_LIMITS.mails), { maxBytes: MAIL_MAX_BYTES })) {
      if (mail.bytes) mails.push(mail.bytes)
    }
    await Promise.all(mails.map((bytes) => cage.parse(bytes)))
    meter.count(mails.length)
  }
  return meter.perSecond()
}

async function fetchAndStore(
  settings: ImapSettings,
  desk: { readonly parts: ReceiveMailParts; readonly mailbox: Mailbox },
): Promise<number> {
  const { parts, mailbox } = desk
  const done = new AbortController()
  const meter = new Meter()
  let position: MailboxPosition | undefined
  await watchImap({
    settings,
    clock: systemClock,
    random: systemRandom,
    maxBytes: MAIL_MAX_BYTES,
    signal: done.signal,
    position: async () => position,
    onError: (error) => done.abort(error),
    async take(batch) {
      const to = { uidValidity: batch.uidValidity, lastUid: batch.lastUid }
      const mails = batch.mails.map((mail) => ({
        door: 'imap' as const,
        uidValidity: batch.uidValidity,
        uid: mail.uid,
        arrivedAt: mail.internalDate ?? systemClock.now(),
        sizeBytes: mail.sizeBytes,
        bytes: mail.bytes ?? mail.header,
        isTooLarge: mail.bytes === undefined,
      }))
      const taken = await receiveMails(parts, mailbox, { mails, move: { from: position, to } })
      if (taken.kind !== 'taken' || taken.outcomes.some((outcome) => outcome !== 'stored'))
        throw new Error(`the bench expects every mail to be stored: ${JSON.stringify(taken).slice(0, 200)}`)
      position = to
      meter.count(mails.length)
      if (meter.total === WARM_UP + MAILS) done.abort()
    },
  })
  if (meter.total < WARM_UP + MAILS) throw done.signal.reason
  return meter.perSecond()
}

/** Mails a second once the warm-up is over. */
class Meter {
  total = 0
  #begun = 0
  #warm = 0
  #ended = 0

  count(mails: number): void {
    this.total += mails
    this.#ended = performance.now()
    if (this.#begun > 0 || this.total < WARM_UP) return
    this.#begun = this.#ended
    this.#warm = this.total
  }

  perSecond(): number {
    return ((this.total - this.#warm) * 1_000) / (this.#ended - this.#begun)
  }
}

async function openParts(
  opened: AsyncDisposableStack,
  bench: { readonly cage: Cage; readonly made: MadeMails },
): Promise<{ readonly parts: ReceiveMailParts; readonly mailbox: Mailbox }> {
  const server = opened.use(await openBenchDatabase())
  const db = openDatabase(server.connection('app'), 'safereply_app')
  opened.defer(() => db.destroy())
  const pack = currentPack()
  const random = systemRandom
  const parts: ReceiveMailParts = {
    db,
    clock: systemClock,
    ids: createIdSource(systemClock, { node: 0 }),
    random,
    epochs: await openEpochKeys(`${await temporaryFolder(opened)}/keys`, { mayCreate: true, random }),
    pack,
    packHash: packHash(pack),
    jobs: NO_JOBS,
    canSend: false,
    undoMs: 0,
    cage: bench.cage,
    resolveTxt: rememberTxt(bench.made.resolveTxt, systemClock),
  }
  const owner = { personId: (await beginDesk(parts)).id, tokenId: undefined }
  const account = await openAccount(parts, owner, { name: 'bench', mailboxAddress: MAILBOX, approvedSender: MAILBOX })
  if (!account.ok) throw new Error('the bench opens one account')
  return { parts, mailbox: account.mailbox }
}

/** Taking mail in enqueues nothing. */
const NO_JOBS: ReceiveMailParts['jobs'] = {
  enqueue: () => Promise.reject(new Error('no job is expected')),
  putBack: () => Promise.reject(new Error('no job is expected')),
  work: () => Promise.resolve(),
  [Symbol.asyncDispose]: () => Promise.resolve(),
}
