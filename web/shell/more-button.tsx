import { Ellipsis } from 'lucide-react'
import type { ComponentProps } from 'react'

import css from './bottom-bar.module.css'

/** The button for the pages that a phone has no room for. */
export function MoreButton(props: Omit<ComponentProps<'button'>, 'type' | 'className' | 'children'>) {
  return (
    <button {...props} type="button" className={css['more']}>
      <Ellipsis size={18} aria-hidden />
      More
    </button>
  )
}
