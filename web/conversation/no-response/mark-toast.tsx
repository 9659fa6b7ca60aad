import { useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'

import { useCell } from '../../cell/use-cell.ts'
import { secondsLeft } from '../../clock/span-words.ts'
import { useNowBySecond } from '../../clock/tick.ts'
import { Button } from '../../control/button.tsx'
import css from '../../control/toast.module.css'
import type { LastMarked } from './last-marked.ts'
import { lastMarked, takeMarkBack } from './last-marked.ts'
import { REASON_WORDS } from './reason-words.ts'

/** Offers for a while to take back that a message needs no answer. */
export function MarkToast() {
  const marked = useCell(lastMarked)
  return <div role="status">{marked && <Offer marked={marked} />}</div>
}

function Offer({ marked }: { readonly marked: LastMarked }) {
  const client = useQueryClient()
  const left = secondsLeft(marked.endsAt, useNowBySecond())
  if (marked.problem !== undefined) {
    return (
      <div className={css['toast']}>
        <span>It was not taken back. {marked.problem}</span>
        <Button onClick={() => lastMarked.set(undefined)}>Close</Button>
      </div>
    )
  }
  if (left === 0) return null
  return (
    <div className={css['toast']}>
      <span>No answer needed: {REASON_WORDS[marked.reason].because}.</span>
      <Button onClick={() => void takeMarkBack(client, marked)}>
        <Undo2 size={15} aria-hidden /> Undo
      </Button>
      <span className={css['left']} aria-hidden>
        {left} s
      </span>
    </div>
  )
}
