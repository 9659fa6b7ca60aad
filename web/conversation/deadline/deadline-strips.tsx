import { useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useState } from 'react'

import { useAccount } from '../../account/use-account.ts'
import type { Conversation, ConversationPlace, Deadline } from '../../api/conversations.ts'
import { settleDeadline } from '../../api/deadlines.ts'
import { problemSentence } from '../../api/problem.ts'
import { conversationKey, inboxKey } from '../../api/queries.ts'
import { timeLeftWords } from '../../clock/deadline-words.ts'
import { exactTime } from '../../clock/format.ts'
import { useNow } from '../../clock/tick.ts'
import { Button } from '../../control/button.tsx'
import { Strip } from '../../control/strip.tsx'
import css from './deadline-strips.module.css'
import { DEADLINE_WORDS, END_WORDS, openDeadlines } from './deadline-words.ts'

interface DeadlineStripsProps {
  readonly conversation: Conversation
  readonly place: ConversationPlace
}

/** What must be done in time besides the answer, each with a way to say that it is done, and what was done. */
export function DeadlineStrips({ conversation, place }: DeadlineStripsProps) {
  const { deadlines } = conversation
  return (
    <>
      {openDeadlines(deadlines).map((deadline) => (
        <DeadlineStrip key={deadline.id} deadline={deadline} place={place} />
      ))}
      {deadlines.map(({ id, kind, settledAt, settledBy }) =>
        settledAt === null || settledBy === null ? null : (
          <p key={id} className={css['settled']} title={exactTime(settledAt)}>
            <Check size={14} aria-hidden /> {DEADLINE_WORDS[kind]}: {END_WORDS[settledBy]}
          </p>
        ),
      )}
    </>
  )
}

const TONES = { good: 'info', soon: 'warn', urgent: 'bad', late: 'bad' } as const

function DeadlineStrip({ deadline, place }: { readonly deadline: Deadline; readonly place: ConversationPlace }) {
  const canSettle = useAccount().permissions.includes('deadline:settle')
  const { tone, words } = timeLeftWords(deadline.dueAt, useNow())
  return (
    <Strip
      tone={TONES[tone]}
      title={`${DEADLINE_WORDS[deadline.kind]}: ${words}`}
      actions={canSettle && <Settle deadlineId={deadline.id} place={place} />}
    >
      By {exactTime(deadline.dueAt)}, in Seller Central.
    </Strip>
  )
}

/** Asked twice, since it cannot be taken back. */
function Settle({ deadlineId, place }: { readonly deadlineId: string; readonly place: ConversationPlace }) {
  const client = useQueryClient()
  const [step, setStep] = useState<'none' | 'asked' | 'busy'>('none')
  const [problem, setProblem] = useState<string>()

  async function settle() {
    setStep('busy')
    setProblem(undefined)
    try {
      await settleDeadline(place, deadlineId)
    } catch (error) {
      setProblem(problemSentence(error))
      setStep('none')
    }
    await client.invalidateQueries({ queryKey: conversationKey(place) })
    await client.invalidateQueries({ queryKey: inboxKey(place.accountId) })
  }

  if (step === 'none') {
    return (
      <>
        {problem !== undefined && <span role="alert">{problem}</span>}
        <Button onClick={() => setStep('asked')}>Done</Button>
      </>
    )
  }
  return (
    <>
      <span role="status">Its clock ends for good.</span>
      <Button look="main" disabled={step === 'busy'} onClick={() => void settle()}>
        Yes, it is done
      </Button>
      <Button disabled={step === 'busy'} onClick={() => setStep('none')}>
        Not yet
      </Button>
    </>
  )
}
