import type { ReactNode } from 'react'

import css from './blank.module.css'

interface BlankProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** What stands where there is nothing to show: why, and what to do next. */
export function Blank({ icon, title, children, actions }: BlankProps) {
  return (
    <div className={css['blank']}>
      <span className={css['icon']} aria-hidden>
        {icon}
      </span>
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions}
    </div>
  )
}
