import { LoaderCircle, Send } from 'lucide-react'

import { useCell } from '../cell/use-cell.ts'
import { Button } from '../control/button.tsx'
import css from './composer.module.css'
import type { Obstacle } from './obstacle.ts'
import type { ReplyDesk } from './reply-desk.ts'

const WHY = {
  'reply-open': 'A reply is on its way',
  'no-sender': 'No address is approved to send from',
  empty: 'Nothing written yet',
  blocked: 'Goes to the first problem',
  unread: 'The buyer wrote again',
} as const satisfies Record<Obstacle, string>

interface SendButtonProps {
  readonly desk: ReplyDesk
  readonly obstacle: Obstacle | undefined
  readonly describedBy: string
  readonly onSend: () => void
}

/** Stays reachable when something is in the way: pressing it then goes there. */
export function SendButton({ desk, obstacle, describedBy, onSend }: SendButtonProps) {
  const isSending = useCell(desk.sending)
  return (
    <Button
      look="main"
      onClick={onSend}
      aria-disabled={obstacle !== undefined || isSending}
      aria-describedby={describedBy}
      title={obstacle === undefined ? 'Send (Ctrl+Enter)' : WHY[obstacle]}
    >
      {isSending ? <LoaderCircle size={16} className={css['spin']} aria-hidden /> : <Send size={16} aria-hidden />}
      {isSending ? 'Sending' : 'Send'}
    </Button>
  )
}
