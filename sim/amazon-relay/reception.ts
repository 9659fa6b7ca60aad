import type { Clock } from '../../src/base/clock.ts'
import type { BuyerPost } from './buyer-post.ts'
import { THANKS } from './buyers/thanks.ts'
import type { Deliveries } from './door/deliveries.ts'
import type { Unsafe } from './door/guidelines.ts'
import { presentReply, readReply, type TakenReply } from './door/read-reply.ts'
import type { ReplyHandler, SmtpRefusal } from './door/reply-door.ts'
import { isApproved, type RefusalReason, treatReply, type Treatment, UNAPPROVED } from './door/treatment.ts'
import type { Mailroom, ReplyMatter } from './mail/mailroom.ts'
import type { Settings } from './settings.ts'
import type { Threads } from './thread.ts'

/** A reply that was taken but never reached its buyer. */
export interface RefusedReply extends TakenReply {
  readonly reason: RefusalReason
  /** What the text held, when that was the reason. */
  readonly found: readonly Unsafe[]
}

/** The sellers' side of the relay: takes replies and keeps what became of them. */
export interface Reception extends ReplyHandler {
  /** What reached buyers, in order; of one relay address if it is given. */
  inbox(to?: string): readonly TakenReply[]
  /** What did not. */
  refused(): readonly RefusedReply[]
}

const NO_SUCH_ADDRESS: SmtpRefusal = { code: 550, response: '5.1.1 no such relay address' }

export function createReception(parts: {
  readonly clock: Clock
  readonly threads: Threads
  readonly mailroom: Mailroom
  readonly deliveries: Deliveries
  readonly settings: Settings
  readonly post: BuyerPost
}): Reception {
  const { clock, threads, mailroom, deliveries, settings, post } = parts
  const inbox: TakenReply[] = []
  const refused: RefusedReply[] = []
  const thanked = new Set<string>()

  const deliver = async (about: ReplyMatter): Promise<() => void> => {
    const { thread, reply } = about
    const { copies, copiesName, talkative } = settings.modeOf(thread.alias)
    const copy = copies ? await mailroom.copy(about, copiesName) : undefined
    const answers = talkative && !thanked.has(thread.relayAddress)
    const thanks = answers ? await post.write(thanksFor(about)) : undefined
    return () => {
      inbox.push(presentReply(reply))
      if (copy !== undefined) deliveries.add(copy)
      if (thanks === undefined) return
      thanked.add(thread.relayAddress)
      thanks.leave()
    }
  }

  const refuse = async (
    about: ReplyMatter,
    { reason, found }: Extract<Treatment, { kind: 'refuse' }>,
  ): Promise<() => void> => {
    const kind = reason === 'unsafe' ? 'guidelines' : reason
    const news = kind === 'bounce' ? await mailroom.bounce(about) : await mailroom.notice(kind, about)
    return () => {
      refused.push({ ...presentReply(about.reply), reason, found })
      deliveries.add(news)
    }
  }

  return {
    inbox: (to) => inbox.filter((reply) => to === undefined || reply.to === to.toLowerCase()),
    refused: () => [...refused],
    refuseRecipient(to, envelopeFrom) {
      const thread = threads.find(to)
      if (thread === undefined) return NO_SUCH_ADDRESS
      if (settings.modeOf(thread.alias).unapproved === 'notice') return undefined
      return isApproved(envelopeFrom, settings.desk()) ? undefined : UNAPPROVED
    },
    async take({ to, envelopeFrom, bytes }) {
      const thread = threads.find(to)
      if (thread === undefined) return { refusal: NO_SUCH_ADDRESS }
      const desk = settings.desk()
      const reply = await readReply({ bytes, envelopeFrom, to, at: clock.now() })
      const treatment = treatReply(reply, settings.modeOf(thread.alias), desk)
      if (treatment.kind === 'smtp-refusal') return { refusal: treatment }
      const about = { thread, reply, desk }
      return { afterwards: treatment.kind === 'deliver' ? await deliver(about) : await refuse(about, treatment) }
    },
  }
}

/** The buyer goes on in the same thread, in the marketplace's language. */
function thanksFor({ thread }: ReplyMatter): Parameters<BuyerPost['write']>[0] {
  const { buyerName, alias, caseId, marketplace } = thread
  return { name: buyerName, text: THANKS[marketplace.language], alias, caseId, marketplace: marketplace.id }
}
