import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'

import { useCell } from '../cell/use-cell.ts'
import { secondsLeft } from '../clock/span-words.ts'
import { useNowBySecond } from '../clock/tick.ts'
import { Button } from '../control/button.tsx'
import css from '../control/toast.module.css'
import type { QueuedReply } from './last-queued.ts'
import { lastQueued } from './last-queued.ts'
import { takeBack } from './take-back.ts'

/** The undo of a reply whose conversation was left before it went out. */
export function UndoToast() {
  const { conversationId } = useParams({ strict: false })
  const queued = useCell(lastQueued)
  const isElsewhere = queued !== undefined && queued.place.conversationId !== conversationId
  return <div role="status">{isElsewhere && <Countdown queued={queued} />}</div>
}

function Countdown({ queued }: { readonly queued: QueuedReply }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const left = secondsLeft(new Date(queued.reply.notBefore), useNowBySecond())
  if (left === 0) return null
  async function goAndTakeBack() {
    await navigate({ to: '/a/$accountId/c/$conversationId', params: { ...queued.place } })
    await takeBack(client, queued)
  }
  return (
    <div className={css['toast']}>
      <span>Your reply to {queued.buyerName} waits to leave.</span>
      <Button onClick={() => void goAndTakeBack()}>
        <Undo2 size={15} aria-hidden /> Undo
      </Button>
      <span className={css['left']} aria-hidden>
        {left} s
      </span>
    </div>
  )
}
