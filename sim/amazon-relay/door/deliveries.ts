import type { MailDoor } from '../desk.ts'
import { deliverOnce } from './deliver-once.ts'

/** What kind of mail goes to the desk. */
export type MailKind = 'buyer-message' | 'copy' | 'bounce' | 'opt-out' | 'guidelines' | 'unapproved-sender'

/** One mail on its way to the desk. */
export interface OutgoingMail {
  readonly kind: MailKind
  /** In angle brackets. */
  readonly mailId: string
  /** The thread it is about. */
  readonly relayAddress: string
  /** The envelope; the sender of a bounce is empty. */
  readonly envelope: { readonly from: string; readonly to: string }
  readonly raw: Uint8Array
}

/** Where a mail to the desk is. `code` is the last SMTP answer, missing when nobody answered. */
export interface Delivery {
  readonly kind: MailKind
  readonly mailId: string
  readonly relayAddress: string
  readonly to: string
  readonly state: 'waiting' | 'delivered' | 'refused'
  readonly attempts: number
  readonly code: number | undefined
  readonly response: string | undefined
}

/** When a mail is tried again: the pause doubles from the first to the longest, and there is a last attempt. */
export interface RetryPlan {
  readonly firstPauseMs: number
  readonly longestPauseMs: number
  readonly attemptLimit: number
}

/** Quick enough to play with, patient enough for a desk that restarts: about six minutes in all. */
export const DEFAULT_RETRY: RetryPlan = { firstPauseMs: 250, longestPauseMs: 10_000, attemptLimit: 40 }

/** The relay's queue towards the desk. */
export interface Deliveries extends AsyncDisposable {
  /** Takes a mail; it waits until there is a door. */
  add(mail: OutgoingMail): void
  /** Delivers to this door from now on; everything that waits is tried at once. */
  setDoor(door: MailDoor | undefined): void
  /** In the order in which they were added. */
  list(): readonly Delivery[]
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>
}

/** Opens the queue. One mail leaves at a time, in order; one that has to wait lets the next pass. */
export function openDeliveries(options: {
  readonly door: MailDoor | undefined
  readonly retry?: RetryPlan | undefined
}): Deliveries {
  const retry = options.retry ?? DEFAULT_RETRY
  const state = { door: options.door, isClosed: false }
  const deliveries: Delivery[] = []
  const running = new Set<Promise<void>>()
  const pauses = new Pauses()
  let line: Promise<unknown> = Promise.resolve()

  const tryInLine = (door: MailDoor, mail: OutgoingMail): Promise<Delivery> => {
    const attempt = line.then(() => tryOnce(door, mail))
    line = attempt
    return attempt
  }

  const deliver = async (mail: OutgoingMail, at: number): Promise<void> => {
    for (let attempts = 1; attempts <= retry.attemptLimit; attempts += 1) {
      while (state.door === undefined && !state.isClosed) await pauses.untilWoken()
      const door = state.door
      if (state.isClosed || door === undefined) return
      const outcome = await tryInLine(door, mail)
      const isLast = attempts === retry.attemptLimit
      deliveries[at] = {
        ...outcome,
        attempts,
        state: isLast && outcome.state === 'waiting' ? 'refused' : outcome.state,
      }
      if (outcome.state !== 'waiting' || isLast) return
      // A door named during the attempt, or the end, has found nobody to wake.
      if (state.isClosed || state.door !== door) continue
      await pauses.for(Math.min(retry.firstPauseMs * 2 ** (attempts - 1), retry.longestPauseMs))
    }
  }

  return {
    add(mail) {
      const at = deliveries.push(waiting(mail)) - 1
      const run = deliver(mail, at).finally(() => running.delete(run))
      running.add(run)
    },
    setDoor(door) {
      state.door = door
      pauses.wakeAll()
    },
    list: () => [...deliveries],
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
    async [Symbol.asyncDispose]() {
      state.isClosed = true
      pauses.wakeAll()
      await Promise.all(running)
    },
  }
}

function waiting({ kind, mailId, relayAddress, envelope }: OutgoingMail): Delivery {
  const untried = { state: 'waiting', attempts: 0, code: undefined, response: undefined } as const
  return { kind, mailId, relayAddress, to: envelope.to, ...untried }
}

/** A 4xx, a broken connection and a door that is gone leave the mail waiting; a 5xx is final. */
async function tryOnce(door: MailDoor, mail: OutgoingMail): Promise<Delivery> {
  const { taken, code, response } = await deliverOnce(door, mail)
  const state = taken ? 'delivered' : code !== undefined && code >= 500 ? 'refused' : 'waiting'
  return { ...waiting(mail), state, code, response }
}

/** Pauses that a new door or the end cuts short. */
class Pauses {
  readonly #sleepers = new Set<() => void>()

  for(delayMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, delayMs)
    return this.#until(promise, resolve).finally(() => clearTimeout(timer))
  }

  untilWoken(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    return this.#until(promise, resolve)
  }

  wakeAll(): void {
    for (const wake of this.#sleepers) wake()
  }

  #until(promise: Promise<void>, wake: () => void): Promise<void> {
    this.#sleepers.add(wake)
    return promise.finally(() => this.#sleepers.delete(wake))
  }
}
