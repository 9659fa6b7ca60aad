import type { Conversation } from '../api/conversations.ts'
import { Button } from '../control/button.tsx'
import { Strip } from '../control/strip.tsx'
import { faceOf } from '../conversation/face.ts'
import { newestBuyerMessage } from '../conversation/timeline.ts'

interface UnreadStripProps {
  readonly conversation: Conversation
  readonly readMessageId: string | undefined
  readonly onRead: (messageId: string) => void
}

/** The buyer wrote while the reply was being written: it may not leave before that has been read. */
export function UnreadStrip({ conversation, readMessageId, onRead }: UnreadStripProps) {
  const newest = newestBuyerMessage(conversation.messages)
  if (!newest || newest.id === readMessageId) return null
  return (
    <Strip
      tone="warn"
      title={`${faceOf(conversation).buyer} wrote again while you were writing`}
      isNews
      actions={<Button onClick={() => onRead(newest.id)}>I have read it</Button>}
    >
      Your text is kept. Read the new message above before you send.
    </Strip>
  )
}
