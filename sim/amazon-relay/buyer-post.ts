import { after, type Clock, MINUTE_MS } from '../../src/base/clock.ts'
import { type BuyerRequest, RequestError, type SentBuyerMail } from './buyer-request.ts'
import { BUYERS, type PlayedBuyer } from './buyers.ts'
import type { Buyer } from './buyers/buyer.ts'
import type { Deliveries } from './door/deliveries.ts'
import type { Mailroom } from './mail/mailroom.ts'
import type { Settings } from './settings.ts'
import type { Threads } from './thread.ts'
import type { Tokens } from './tokens.ts'

/** The buyers' side of the relay. */
export interface BuyerPost {
  /** Writes a mail of a buyer and keeps it until `leave` puts it into the queue. Rejects with a RequestError. */
  write(request: BuyerRequest): Promise<{ readonly sent: SentBuyerMail; readonly leave: () => void }>
  /** Writes a mail and lets it leave. Rejects with a RequestError. */
  send(request: BuyerRequest): Promise<SentBuyerMail>
  /** Lets buyers of the dozen write, all of them unless some are named. Rejects with a RequestError. */
  play(wish?: PlayWish): Promise<readonly PlayedBuyer[]>
}

/** Who of the dozen writes, and whether now or over the last day and an hour, as a desk finds them on a Monday. */
export interface PlayWish {
  readonly buyers?: readonly string[]
  readonly backlog?: boolean
}

export function createBuyerPost(parts: {
  readonly clock: Clock
  readonly threads: Threads
  readonly tokens: Tokens
  readonly mailroom: Mailroom
  readonly deliveries: Deliveries
  readonly settings: Settings
}): BuyerPost {
  const { clock, threads, tokens, mailroom, deliveries, settings } = parts

  const write: BuyerPost['write'] = async (request) => {
    const desk = settings.desk()
    const thread = threads.open(request, request.language ?? desk.language)
    const messageToken = request.messageToken ?? tokens.link()
    const mails = await mailroom.buyerMails({ thread, request, desk, messageToken })
    const mailIds = mails.map(({ mailId }) => mailId)
    const { relayAddress, alias, threadToken } = thread
    return {
      sent: { relayAddress, alias, mailId: mailIds[0] ?? '', mailIds, threadToken, messageToken },
      leave() {
        for (const mail of mails) deliveries.add(mail)
      },
    }
  }

  const send: BuyerPost['send'] = async (request) => {
    const { sent, leave } = await write(request)
    leave()
    return sent
  }

  return {
    write,
    send,
    async play({ buyers, backlog = false } = {}) {
      const played: PlayedBuyer[] = []
      for (const { key, topic, hasCase, minutesAgo, ...request } of chosen(buyers)) {
        const caseId = hasCase ? tokens.caseId() : undefined
        const sentAt = backlog ? after(clock.now(), -minutesAgo * MINUTE_MS) : undefined
        const { relayAddress, mailId } = await send({ ...request, caseId, sentAt })
        played.push({ key, topic, name: request.name, orderId: request.orderId, relayAddress, mailId })
      }
      return played
    },
  }
}

function chosen(keys: readonly string[] | undefined): readonly Buyer[] {
  const stranger = keys?.find((key) => !BUYERS.some((buyer) => buyer.key === key))
  if (stranger !== undefined)
    throw new RequestError(`Nobody of the dozen is called so. They are ${BUYERS.map(({ key }) => key).join(', ')}.`)
  return BUYERS.filter(({ key }) => keys?.includes(key) ?? true)
}
