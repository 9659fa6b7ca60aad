import { useQueryClient } from '@tanstack/react-query'
import { Check, CheckCheck, CircleHelp, LoaderCircle, TriangleAlert, Undo2 } from 'lucide-react'
import { useState } from 'react'

import { currentPack } from '../../src/policy/pack/current-pack.ts'
import type { ConversationPlace } from '../api/conversations.ts'
import { problemSentence } from '../api/problem.ts'
import type { Reply } from '../api/replies.ts'
import { resolveReply } from '../api/replies.ts'
import { secondsLeft } from '../clock/span-words.ts'
import { useNow, useNowBySecond } from '../clock/tick.ts'
import { Button } from '../control/button.tsx'
import { readAgain } from './read-again.ts'
import css from './reply-card.module.css'
import type { ReplyTone } from './reply-state-words.ts'
import { reasonWords, replyWords } from './reply-state-words.ts'
import { giveBack, undo } from './undo.ts'
import type { ReplyDesk } from './reply-desk.ts'

interface ReplyCardProps {
  readonly reply: Reply
  readonly place: ConversationPlace
  readonly desk: ReplyDesk
}

/** Where a reply is, and what can be done about it. */
export function ReplyCard({ reply, place, desk }: ReplyCardProps) {
  const words = replyWords(reply, useNow())
  const reason = reasonWords(reply.reason, currentPack().rules)
  return (
    <div className={css['card']} data-tone={words.tone}>
      <StateIcon tone={words.tone} isConfirmed={reply.state === 'confirmed'} />
      <p>
        <strong>{words.label}</strong>
        {reason !== undefined && <> ({reason})</>}. {words.next}
      </p>
      {reply.state === 'queued' && <Countdown reply={reply} place={place} />}
      {reply.state === 'unknown' && <Resolution reply={reply} place={place} />}
      {words.isReusable && (
        <Button
          onClick={() => {
            giveBack(desk, reply.text)
            desk.focus()
          }}
        >
          Use this text again
        </Button>
      )}
    </div>
  )
}

function StateIcon({ tone, isConfirmed }: { readonly tone: ReplyTone; readonly isConfirmed: boolean }) {
  if (tone === 'busy') return <LoaderCircle size={16} className={css['spin']} aria-hidden />
  if (tone === 'ask') return <CircleHelp size={16} aria-hidden />
  if (tone === 'bad') return <TriangleAlert size={16} aria-hidden />
  return isConfirmed ? <CheckCheck size={16} aria-hidden /> : <Check size={16} aria-hidden />
}

function Countdown({ reply, place }: Omit<ReplyCardProps, 'desk'>) {
  const client = useQueryClient()
  const left = secondsLeft(new Date(reply.notBefore), useNowBySecond())
  return (
    <Button onClick={() => void undo(client, { place, reply })}>
      <Undo2 size={15} aria-hidden /> Undo
      {reply.attempt === 0 && <span className={css['left']}>{left} s</span>}
    </Button>
  )
}

/** Only a person can know: both answers are written into the evidence. */
function Resolution({ reply, place }: Omit<ReplyCardProps, 'desk'>) {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  async function resolve(outcome: 'sent' | 'not-sent') {
    try {
      await resolveReply(place.accountId, reply.id, outcome)
      await readAgain(client, place)
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <div className={css['actions']}>
      <Button onClick={() => void resolve('sent')}>It is there: sent</Button>
      <Button onClick={() => void resolve('not-sent')}>It is not there: not sent</Button>
      {error !== undefined && <p role="alert">{problemSentence(error)}</p>}
    </div>
  )
}
