import { EyeOff, ShieldQuestion } from 'lucide-react'

import type { ConversationPlace, Message } from '../api/conversations.ts'
import type { Reply } from '../api/replies.ts'
import { exactTime, timeAgo } from '../clock/format.ts'
import { useNow } from '../clock/tick.ts'
import { ReplyCard } from '../reply/reply-card.tsx'
import type { ReplyDesk } from '../reply/reply-desk.ts'
import css from './message-card.module.css'
import { MessageText } from './message-text.tsx'
import { removedLine } from './redaction-words.ts'

interface MessageCardProps {
  readonly message: Message
  readonly reply: Reply | undefined
  readonly buyerName: string
  readonly place: ConversationPlace
  readonly desk: ReplyDesk
}

/** One message of the thread, with what was removed from it and, for a reply, where it is. */
export function MessageCard({ message, reply, buyerName, place, desk }: MessageCardProps) {
  const removed = removedLine(message.redactions.map((redaction) => redaction.kind))
  return (
    <article className={css['card']} data-kind={message.kind}>
      <MessageHead who={speaker(message, buyerName)} at={message.at} />
      {message.text === '' ? <p className={css['line']}>This text was erased.</p> : <MessageText text={message.text} />}
      {removed !== undefined && (
        <p className={css['line']}>
          <EyeOff size={15} aria-hidden /> {removed}
        </p>
      )}
      {message.direction === 'in' && message.authenticity === 'unverified' && (
        <p className={css['line']} data-tone="warn">
          <ShieldQuestion size={15} aria-hidden /> Nobody can prove that this mail came from Amazon. Answer with care.
        </p>
      )}
      {reply && (
        <div className={css['state']}>
          <ReplyCard reply={reply} place={place} desk={desk} />
        </div>
      )}
    </article>
  )
}

/** A reply that is on its way, or has come back: our words, and where they are. */
export function ReplyMessage({
  reply,
  place,
  desk,
}: Omit<MessageCardProps, 'message' | 'buyerName' | 'reply'> & { readonly reply: Reply }) {
  return (
    <article className={css['card']} data-kind="reply" data-state={reply.state}>
      <MessageHead who="Your reply" at={reply.createdAt} />
      <MessageText text={reply.text} />
      <div className={css['state']}>
        <ReplyCard reply={reply} place={place} desk={desk} />
      </div>
    </article>
  )
}

function MessageHead({ who, at }: { readonly who: string; readonly at: string }) {
  return (
    <header className={css['head']}>
      <h3>{who}</h3>
      <time dateTime={at} title={exactTime(at)}>
        {timeAgo(at, useNow())}
      </time>
    </header>
  )
}

function speaker(message: Message, buyerName: string): string {
  switch (message.kind) {
    case 'buyer':
      return buyerName
    case 'reply':
      return 'Your reply'
    case 'copy':
      return 'Your reply in Seller Central'
    case 'notice':
      return 'Amazon'
  }
}
