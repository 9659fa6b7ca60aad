import { MessageSquareOff } from 'lucide-react'
import type { ComponentProps } from 'react'

import css from './no-response.module.css'

/** The button of the reasons why a message needs no answer. */
export function NoResponseButton(props: Omit<ComponentProps<'button'>, 'type' | 'className' | 'children'>) {
  return (
    <button {...props} type="button" className={css['button']} title="No response needed ( m )">
      <MessageSquareOff size={16} aria-hidden /> <span>No response needed</span>
    </button>
  )
}
