import { MessageSquareOff } from 'lucide-react'

import type { Message } from '../../api/conversations.ts'
import { exactTime } from '../../clock/format.ts'
import { Button } from '../../control/button.tsx'
import { AmazonLink } from './amazon-link.tsx'
import css from './no-response.module.css'
import { REASON_WORDS } from './reason-words.ts'

interface NoResponseLineProps {
  readonly message: Pick<Message, 'noResponse' | 'noResponseUrl'>
  /** Says that it needs an answer after all; left out where that cannot be said any more. */
  readonly onNeedOne: (() => void) | undefined
}

/** Under a message: that somebody said it needs no answer, why, and how to tell Amazon. */
export function NoResponseLine({ message: { noResponse, noResponseUrl }, onNeedOne }: NoResponseLineProps) {
  if (noResponse === null) return null
  return (
    <div className={css['line']}>
      <MessageSquareOff size={15} aria-hidden />
      <p>
        <strong title={exactTime(noResponse.markedAt)}>
          No answer needed: {REASON_WORDS[noResponse.reason].because}.
        </strong>{' '}
        {noResponseUrl !== null && (
          <>
            Amazon counts that only once its own link is opened. <AmazonLink url={noResponseUrl} />
          </>
        )}
      </p>
      {onNeedOne && <Button onClick={onNeedOne}>It needs one after all</Button>}
    </div>
  )
}
