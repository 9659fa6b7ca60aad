import { ArrowLeft, Check, Copy, ExternalLink, PanelRight } from 'lucide-react'
import { useState } from 'react'

import { currentPack } from '../../src/policy/pack/current-pack.ts'
import type { Conversation, Order } from '../api/conversations.ts'
import { DeadlineBar } from '../clock/deadline-bar.tsx'
import { IconButton } from '../control/button.tsx'
import { answerInstants } from './deadline/answer-instants.ts'
import { openDeadlines } from './deadline/deadline-words.ts'
import { faceOf } from './face.ts'
import { orderWords } from './facts/order-words.ts'
import { NoResponseMenu } from './no-response/no-response-menu.tsx'
import type { AnswerMarks } from './no-response/use-answer-marks.ts'
import { newestBuyerMessage } from './timeline.ts'
import css from './conversation-head.module.css'

interface ConversationHeadProps {
  readonly conversation: Conversation
  /** What can be said without writing; left out for those who may not. */
  readonly marks: AnswerMarks | undefined
  readonly onBack: () => void
  readonly onShowChecks: (() => void) | undefined
}

/** What it is about, whose it is, and how long there is. */
export function ConversationHead({ conversation, marks, onBack, onShowChecks }: ConversationHeadProps) {
  const { sellerCentralUrl } = conversation
  const face = faceOf(conversation)
  return (
    <header className={css['head']}>
      <div className={css['top']}>
        <IconButton label="Back to the list" onClick={onBack} data-part="back">
          <ArrowLeft size={20} aria-hidden />
        </IconButton>
        <div className={css['title']}>
          <h2>{face.subject}</h2>
          <p>
            {face.buyer}
            {conversation.orderId !== null && <OrderId orderId={conversation.orderId} />}
          </p>
          {conversation.order && <OrderLine order={conversation.order} />}
        </div>
        {sellerCentralUrl !== null && (
          <a
            className={css['original']}
            href={sellerCentralUrl}
            target="_blank"
            rel="noreferrer"
            title="The original in Seller Central"
          >
            <ExternalLink size={16} aria-hidden /> <span>Seller Central</span>
          </a>
        )}
        {onShowChecks && (
          <IconButton label="Checks ( ] )" onClick={onShowChecks}>
            <PanelRight size={18} aria-hidden />
          </IconButton>
        )}
      </div>
      <DeadlineBar
        instants={answerInstants(conversation, currentPack().limits)}
        isOtherDue={openDeadlines(conversation.deadlines).length > 0}
        isOwed={conversation.state === 'on-us'}
        actions={
          marks &&
          conversation.unansweredSince !== null && (
            <NoResponseMenu
              marks={marks}
              amazonUrl={newestBuyerMessage(conversation.messages)?.noResponseUrl ?? null}
            />
          )
        }
      />
    </header>
  )
}

/** What is known of the order, and from where. */
function OrderLine({ order }: { readonly order: Order }) {
  const pieces = orderWords(order)
  if (pieces.length === 0) return null
  return (
    <p className={css['facts']} title={order.source === 'report' ? 'From the order report' : "From Amazon's mails"}>
      {pieces.join(' · ')}
    </p>
  )
}

/** Copies itself: people look orders up elsewhere. */
function OrderId({ orderId }: { readonly orderId: string }) {
  const [isCopied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(orderId)
    setCopied(true)
  }
  const Icon = isCopied ? Check : Copy
  return (
    <>
      {' · '}
      <button type="button" className={css['order']} onClick={() => void copy()} title="Copy the order number">
        {orderId} <Icon size={13} aria-hidden />
        <span className="visually-hidden" role="status">
          {isCopied ? ' copied' : ''}
        </span>
      </button>
    </>
  )
}
