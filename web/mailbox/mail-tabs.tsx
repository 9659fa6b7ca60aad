import { Link } from '@tanstack/react-router'

import { useAccount } from '../account/use-account.ts'
import css from '../control/tabs.module.css'

const PAGES = [
  { to: '/a/$accountId/mailboxes', name: 'Mailboxes' },
  { to: '/a/$accountId/proof', name: 'Proof' },
  { to: '/a/$accountId/order-report', name: 'Order report' },
  { to: '/a/$accountId/connect', name: 'Set-up' },
] as const

/** The pages about how mail comes in, the open one marked. */
export function MailTabs() {
  const { id: accountId } = useAccount()
  return (
    <nav className={css['tabs']} aria-label="Mail in">
      {PAGES.map(({ to, name }) => (
        <Link key={to} to={to} params={{ accountId }} className={css['tab']}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
