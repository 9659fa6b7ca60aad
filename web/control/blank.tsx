import type { ReactNode } from 'react'

import css from './blank.module.css'

interface BlankProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** 1 where it is the whole page. */
  readonly level?: 1 | 2
}

/** What stands where there is nothing to show: why, and what to do next. */
export function Blank({ icon, title, children, actions, level = 2 }: BlankProps) {
  const Heading = `h${level}` as const
  return (
    <div className={css['blank']}>
      <span className={css['icon']} aria-hidden>
        {icon}
      </span>
      <Heading className={css['title']}>{title}</Heading>
      {children !== undefined && <p>{children}</p>}
      {actions}
    </div>
  )
}
