import { useLayoutEffect, useRef } from 'react'

import type { Conversation, ConversationPlace } from '../api/conversations.ts'
import type { ReplyDesk } from '../reply/reply-desk.ts'
import { MessageCard, ReplyMessage } from './message-card.tsx'
import { newestMark } from './no-response/newest-mark.ts'
import { faceOf } from './face.ts'
import css from './thread.module.css'
import { timeline } from './timeline.ts'

/** Nearer to the end than this, a person reads the newest and wants to see what comes. */
const NEAR_END_PX = 160

interface ThreadProps {
  readonly conversation: Conversation
  readonly place: ConversationPlace
  readonly desk: ReplyDesk
  /** Says that the messages marked last need an answer after all; left out for those who may not. */
  readonly onNeedOne: (() => void) | undefined
}

/** Everything that was said, oldest first. It opens at its end and stays there as long as the person does. */
export function Thread({ conversation, place, desk, onNeedOne }: ThreadProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const entries = timeline(conversation)
  const reopenable = newestMark(conversation.messages)

  useLayoutEffect(() => {
    const element = scroller.current
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight
  })

  function noteEnd() {
    const element = scroller.current
    if (!element) return
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX
  }

  return (
    // A scrolling region takes the focus, so that the keyboard can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={css['thread']} onScroll={noteEnd} tabIndex={0} role="log" aria-label="Messages">
      {entries.map((entry) =>
        entry.kind === 'message' ? (
          <MessageCard
            key={`message-${entry.message.id}`}
            message={entry.message}
            reply={entry.reply}
            buyerName={faceOf(conversation).buyer}
            sellerCentralUrl={conversation.sellerCentralUrl}
            place={place}
            desk={desk}
            onNeedOne={reopenable.has(entry.message.id) ? onNeedOne : undefined}
          />
        ) : (
          <ReplyMessage key={`reply-${entry.reply.id}`} reply={entry.reply} place={place} desk={desk} />
        ),
      )}
    </div>
  )
}
