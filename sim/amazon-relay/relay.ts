import { type Clock, systemClock } from '../../src/base/clock.ts'
import type { Random } from '../../src/base/random.ts'
import { createBuyerPost, type PlayWish } from './buyer-post.ts'
import type { BuyerRequest, SentBuyerMail } from './buyer-request.ts'
import type { PlayedBuyer } from './buyers.ts'
import { openControlServer } from './control/control-server.ts'
import { type Desk, describeDesk } from './desk.ts'
import { type Delivery, openDeliveries, type RetryPlan } from './door/deliveries.ts'
import type { TakenReply } from './door/read-reply.ts'
import { openReplyDoor } from './door/reply-door.ts'
import { createMailroom } from './mail/mailroom.ts'
import { createSigningKey, type DkimRecord, dkimRecordOf } from './mail/signing-key.ts'
import { DEFAULT_MODE, type Mode } from './mode.ts'
import { systemRandom } from './random.ts'
import { createReception, type RefusedReply } from './reception.ts'
import { createSettings } from './settings.ts'
import { createThreads } from './thread.ts'
import { createTokens } from './tokens.ts'

/** The relay listens on loopback only: it believes whatever it is told. */
const HOST = '127.0.0.1'

/** Everything has a default: free ports, no desk yet, replies arrive, wall clock, another run each time. */
export interface RelayOptions {
  readonly smtpPort?: number
  readonly httpPort?: number
  readonly desk?: Partial<Desk>
  readonly mode?: Partial<Mode>
  readonly clock?: Clock
  readonly random?: Random
  readonly retry?: RetryPlan
}

/** A running simulated Amazon. Disposing of it closes both doors and forgets everything. */
export interface AmazonRelay extends AsyncDisposable {
  /** Where the seller's replies go. */
  readonly smtpHost: string
  readonly smtpPort: number
  /** The control API, without a slash at its end. */
  readonly httpUrl: string
  /** Sends one mail of a buyer to the desk, in the background. Rejects with a RequestError. */
  send(request: BuyerRequest): Promise<SentBuyerMail>
  /** Lets buyers of the dozen write, all of them unless some are named. Rejects with a RequestError. */
  play(wish?: PlayWish): Promise<readonly PlayedBuyer[]>
  /** Replies that reached their buyers, in order; of one relay address if it is given. */
  inbox(to?: string): readonly TakenReply[]
  /** Replies that were taken and never reached a buyer. */
  refused(): readonly RefusedReply[]
  /** Each mail to the desk and where it is. */
  deliveries(): readonly Delivery[]
  /** Resolves when no mail to the desk waits any more. Never, while there is no desk to take one. */
  settled(): Promise<void>
  setDesk(desk: Partial<Desk>): void
  /** Changes what is named of the mode, for everybody or for the buyer of an alias. */
  setMode(changes: Partial<Mode>, alias?: string): Mode
  dkimRecord(): DkimRecord
}

/** Starts the simulated Amazon. Rejects when a port is taken. */
export async function startAmazonRelay(options: RelayOptions = {}): Promise<AmazonRelay> {
  const clock = options.clock ?? systemClock
  const tokens = createTokens(options.random ?? systemRandom)
  const desk = describeDesk(options.desk ?? {})
  const key = await createSigningKey()
  const dkim = dkimRecordOf(key)

  await using parts = new AsyncDisposableStack()
  const deliveries = parts.use(openDeliveries({ door: desk.door, retry: options.retry }))
  const mailroom = createMailroom({ key, tokens, clock })
  const threads = createThreads(tokens)
  const settings = createSettings({ desk, mode: { ...DEFAULT_MODE, ...options.mode }, threads })
  const post = createBuyerPost({ clock, threads, tokens, mailroom, deliveries, settings })
  const reception = createReception({ clock, threads, mailroom, deliveries, settings, post })
  const door = parts.use(await openReplyDoor({ host: HOST, port: options.smtpPort ?? 0, handler: reception }))
  const controls = { post, reception, settings, deliveries, dkim }
  const control = parts.use(await openControlServer({ host: HOST, port: options.httpPort ?? 0, controls }))
  const open = parts.move()

  return {
    smtpHost: HOST,
    smtpPort: door.port,
    httpUrl: `http://${HOST}:${control.port}`,
    send: (request) => post.send(request),
    play: (wish) => post.play(wish),
    inbox: (to) => reception.inbox(to),
    refused: () => reception.refused(),
    deliveries: () => deliveries.list(),
    settled: () => deliveries.settled(),
    setDesk(next) {
      const described = describeDesk(next)
      settings.setDesk(described)
      deliveries.setDoor(described.door)
    },
    setMode: (changes, alias) => settings.setMode(changes, alias),
    dkimRecord: () => dkim,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}
