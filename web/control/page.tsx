import type { ReactNode } from 'react'

import css from './page.module.css'

interface PageProps {
  /** Names the region, and stands on top. */
  readonly title: string
  /** What the page is for, in a sentence or two. */
  readonly lead: ReactNode
  /** Ways to neighbouring pages, below the lead. */
  readonly tabs?: ReactNode
  /** What can be done with the whole page, beside its title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page of one column: what it is for, then what there is. */
export function Page({ title, lead, tabs, actions, children }: PageProps) {
  return (
    <section className={css['page']} aria-label={title}>
      <header className={css['head']}>
        <div className={css['top']}>
          <h2>{title}</h2>
          {actions}
        </div>
        <p>{lead}</p>
        {tabs}
      </header>
      <div className={css['body']}>{children}</div>
    </section>
  )
}
