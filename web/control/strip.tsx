import { CircleCheck, Info, ShieldX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import css from './strip.module.css'

const ICONS = { bad: ShieldX, warn: TriangleAlert, info: Info, good: CircleCheck } as const

interface StripProps {
  readonly tone: keyof typeof ICONS
  readonly title: string
  readonly children?: ReactNode
  /** Buttons beside the words. */
  readonly actions?: ReactNode
  /** Read out when it appears. */
  readonly isNews?: boolean
}

/** Something to know, in place: what, why, and what to do. */
export function Strip({ tone, title, children, actions, isNews = false }: StripProps) {
  const Icon = ICONS[tone]
  return (
    <div className={css['strip']} data-tone={tone} role={isNews ? 'status' : undefined}>
      <Icon size={17} aria-hidden />
      <div className={css['words']}>
        <strong>{title}</strong>
        {children !== undefined && <span>{children}</span>}
      </div>
      {actions !== undefined && <div className={css['actions']}>{actions}</div>}
    </div>
  )
}
