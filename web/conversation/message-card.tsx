import { EyeOff, FileQuestionMark, ShieldQuestion } from 'lucide-react'

import type { ConversationPlace, Message } from '../api/conversations.ts'
import type { Reply } from '../api/replies.ts'
import { exactTime, timeAgo } from '../clock/format.ts'
import { useNow } from '../clock/tick.ts'
import { ReplyCard } from '../reply/reply-card.tsx'
import type { ReplyDesk } from '../reply/reply-desk.ts'
import { AttachmentList } from './facts/attachment-list.tsx'
import css from './message-card.module.css'
import { MessageText } from './message-text.tsx'
import { NoResponseLine } from './no-response/no-response-line.tsx'
import { removedLine } from './redaction-words.ts'
import { Topic } from './facts/topic.tsx'
import { TOPIC_WORDS } from './facts/topic-words.ts'

interface MessageCardProps {
  readonly message: Message
  readonly reply: Reply | undefined
  readonly buyerName: string
  /** Where the original stands. */
  readonly sellerCentralUrl: string | null
  readonly place: ConversationPlace
  readonly desk: ReplyDesk
  /** Says that it needs an answer after all, where that can be said. */
  readonly onNeedOne: (() => void) | undefined
}

/** One message of the thread, with what was removed from it and, for a reply, where it is. */
export function MessageCard({ message, reply, buyerName, sellerCentralUrl, place, desk, onNeedOne }: MessageCardProps) {
  const removed = removedLine(message.redactions.map((redaction) => redaction.kind))
  return (
    <article className={css['card']} data-kind={message.kind}>
      <MessageHead who={speaker(message, buyerName)} at={message.at} label={headLabel(message)} />
      <Topic message={message} />
      {message.isWhole && (
        <p className={css['note']}>
          <FileQuestionMark size={15} aria-hidden /> Amazon's format was not recognised, so this is the whole mail.
        </p>
      )}
      {message.text === '' ? <p className={css['line']}>This text was erased.</p> : <MessageText text={message.text} />}
      {removed !== undefined && (
        <p className={css['line']}>
          <EyeOff size={15} aria-hidden /> {removed}
        </p>
      )}
      <AttachmentList attachments={message.attachments} sellerCentralUrl={sellerCentralUrl} />
      {message.direction === 'in' && message.authenticity === 'unverified' && (
        <p className={css['line']} data-tone="warn">
          <ShieldQuestion size={15} aria-hidden /> Nobody can prove that this mail came from Amazon. Answer with care.
        </p>
      )}
      <NoResponseLine message={message} onNeedOne={onNeedOne} />
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
}: Pick<MessageCardProps, 'place' | 'desk'> & { readonly reply: Reply }) {
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

interface MessageHeadProps {
  readonly who: string
  readonly at: string
  /** What is special about it. */
  readonly label?: string | undefined
}

function MessageHead({ who, at, label }: MessageHeadProps) {
  return (
    <header className={css['head']}>
      <h3>{who}</h3>
      {label !== undefined && <span className={css['label']}>{label}</span>}
      <time dateTime={at} title={exactTime(at)}>
        {timeAgo(at, useNow())}
      </time>
    </header>
  )
}

/** What came in as history has no clock, and people should see why. */
function headLabel({ topic, isHistory }: Message): string | undefined {
  const labels = [topic === 'customer-service' && TOPIC_WORDS[topic], isHistory && 'history, no clock'].filter(Boolean)
  return labels.length === 0 ? undefined : labels.join(', ')
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
