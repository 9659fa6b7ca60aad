import type { BuyerRequest } from '../../sim/amazon-relay/buyer-request.ts'
import { DEFAULT_MODE, type Mode } from '../../sim/amazon-relay/mode.ts'
import { type AmazonRelay, startAmazonRelay } from '../../sim/amazon-relay/relay.ts'
import { type Door, openDoor } from '../../src/channel/mail/door.ts'
import type { SmtpOut } from '../../src/channel/mail/smtp-out.ts'
import { hasMailbox, type ReceiveMailOutcome } from '../../src/flow/receive/receive-mail.ts'
import type { ResolveTxt } from '../../src/parse/dkim-keys.ts'
import { MAIL_MAX_BYTES } from '../../src/parse/pre-scan.ts'
import { type OpenCase, openCase } from './open-case.ts'
import {
  type Closing,
  openTestDesk,
  type TestAccount,
  type TestDesk,
  type TestDeskOptions,
  wayOut,
} from './test-desk.ts'

/** A desk and a simulated Amazon that speak SMTP with each other, in both directions, about one account. */
export interface AmazonDesk {
  readonly desk: TestDesk
  readonly account: TestAccount
  readonly relay: AmazonRelay
  readonly door: Door
  readonly out: SmtpOut
  /** What became of each mail that came in at the door since the account was opened, in order. */
  readonly arrived: () => readonly ReceiveMailOutcome[]
  /** A buyer writes; resolves with the opened conversation once the desk has the mail. */
  readonly buyerWrites: (request?: Partial<BuyerRequest>) => Promise<OpenCase>
  /** From now on Amazon's mails wait, until `openTheDoor`. */
  readonly shutTheDoor: () => void
  readonly openTheDoor: () => void
}

/** Both, running; each test takes an account of its own, and Amazon writes to the newest one. */
export interface RunningAmazonDesk {
  readonly desk: TestDesk
  readonly out: SmtpOut
  readonly newAccount: (mode?: Partial<Mode>) => Promise<AmazonDesk>
}

/** Opens both. DNS answers for the simulated Amazon's key, so that its mails are verified. */
export async function openAmazonDesk(
  t: Closing,
  options: Omit<TestDeskOptions, 'resolveTxt'> = {},
): Promise<RunningAmazonDesk> {
  const opened = new AsyncDisposableStack()
  // Registered before the desk's, so that nothing comes in any more while the desk closes.
  t.after(() => opened.disposeAsync())
  const { clock } = options
  const relay = opened.use(await startAmazonRelay(clock ? { clock } : {}))
  const desk = await openTestDesk(t, { ...options, resolveTxt: dnsOf(relay) })
  const outcomes: ReceiveMailOutcome[] = []
  const door = opened.use(await openDeskDoor(desk, outcomes))
  const parts = { desk, relay, door, out: wayOut(relay.smtpHost, relay.smtpPort), outcomes }
  let accounts = 0
  return {
    desk,
    out: parts.out,
    async newAccount(mode = {}) {
      relay.setMode({ ...DEFAULT_MODE, ...mode })
      return amazonDeskOf(parts, await desk.openAccount(`north-${(accounts += 1)}`))
    },
  }
}

interface Parts extends Pick<AmazonDesk, 'desk' | 'relay' | 'door' | 'out'> {
  readonly outcomes: readonly ReceiveMailOutcome[]
}

function amazonDeskOf({ outcomes, ...parts }: Parts, account: TestAccount): AmazonDesk {
  const { desk, relay, door } = parts
  const { mailbox } = account
  const before = outcomes.length
  const openTheDoor = (): void =>
    relay.setDesk({ door: { host: door.host, port: door.port, protocol: 'smtp' }, mailbox, language: 'de' })
  openTheDoor()
  return {
    ...parts,
    account,
    arrived: () => outcomes.slice(before),
    async buyerWrites(request = {}) {
      const words = { name: 'Rosalinde Fichtenau', text: 'Guten Tag, wo ist mein Paket?', marketplace: 'de' }
      const sent = await relay.send({ ...words, orderId: '302-1234567-1234567', ...request })
      await relay.settled()
      return openCase(desk, account, (conversation) => conversation.relay === sent.relayAddress)
    },
    shutTheDoor: () => relay.setDesk({ mailbox, language: 'de' }),
    openTheDoor,
  }
}

function openDeskDoor(desk: TestDesk, outcomes: ReceiveMailOutcome[]): Promise<Door> {
  return openDoor({
    host: '127.0.0.1',
    port: 0,
    protocol: 'smtp',
    maxBytes: MAIL_MAX_BYTES,
    isKnown: (address) => hasMailbox(desk.parts, address),
    async receive({ recipient, bytes }) {
      outcomes.push(await desk.receive(recipient, bytes))
      return { kind: 'stored' }
    },
  })
}

function dnsOf(relay: AmazonRelay): ResolveTxt {
  const { selector, record } = relay.dkimRecord()
  return async (name) => (name.startsWith(`${selector}._domainkey.`) ? [[record]] : [])
}
