import { Link } from '@tanstack/react-router'

import { useAccount } from '../account/use-account.ts'
import css from '../control/tabs.module.css'

const PAGES = [
  { to: '/a/$accountId/deadlines', name: 'Running' },
  { to: '/a/$accountId/response', name: 'Response time' },
] as const

/** The pages about clocks, the open one marked. */
export function ClockTabs() {
  const { id: accountId } = useAccount()
  return (
    <nav className={css['tabs']} aria-label="Deadlines">
      {PAGES.map(({ to, name }) => (
        <Link key={to} to={to} params={{ accountId }} className={css['tab']}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
