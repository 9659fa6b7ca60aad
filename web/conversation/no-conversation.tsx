import { MessagesSquare } from 'lucide-react'

import { Blank } from '../control/blank.tsx'
import css from './no-conversation.module.css'

/** The place of a conversation while none is open. */
export function NoConversation() {
  return (
    <section className={css['pane']} aria-label="Conversation">
      <Blank icon={<MessagesSquare size={22} />} title="Open a conversation">
        The list is in the order of their deadlines. <kbd>j</kbd> and <kbd>k</kbd> move through it, <kbd>?</kbd> shows
        all keys.
      </Blank>
    </section>
  )
}
