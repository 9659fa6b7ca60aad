import { Link, useLocation, useParams } from '@tanstack/react-router'
import { ClipboardCheck, Inbox, Mailbox, MailQuestion, Scale } from 'lucide-react'

import { useAccount } from '../account/use-account.ts'
import css from './places.module.css'

/** The pages about how mail comes in are one place. */
const ABOUT_MAIL = /^\/a\/\d+\/(?:mailboxes|proof|order-report|connect)\b/u

/** The pages of an account, the one that is open marked; drawn as a column or a bar by whoever holds them. */
export function Places() {
  const account = useAccount()
  const { conversationId } = useParams({ strict: false })
  const isAboutMail = useLocation({ select: ({ pathname }) => ABOUT_MAIL.test(pathname) })
  const params = { accountId: account.id }
  const shared = { params, className: css['place'], activeOptions: { exact: true, includeSearch: false } } as const
  return (
    <>
      <Link
        {...shared}
        to="/a/$accountId"
        {...(conversationId !== undefined && { 'aria-current': 'page' })}
        title="Inbox"
      >
        <Inbox size={18} aria-hidden />
        <span className={css['label']}>Inbox</span>
        {account.needsReply > 0 && (
          <span className={css['count']}>
            {account.needsReply}
            <span className="visually-hidden"> need a reply</span>
          </span>
        )}
      </Link>
      <Link {...shared} to="/a/$accountId/quarantine" title="Set aside">
        <MailQuestion size={18} aria-hidden />
        <span className={css['label']}>Set aside</span>
      </Link>
      <Link {...shared} to="/a/$accountId/check" title="Check a text">
        <ClipboardCheck size={18} aria-hidden />
        <span className={css['label']}>Check</span>
      </Link>
      <Link {...shared} to="/a/$accountId/rules" title="Rules">
        <Scale size={18} aria-hidden />
        <span className={css['label']}>Rules</span>
      </Link>
      <Link
        {...shared}
        to="/a/$accountId/mailboxes"
        {...(isAboutMail && { 'aria-current': 'page' })}
        title="How mail comes in"
      >
        <Mailbox size={18} aria-hidden />
        <span className={css['label']}>Mail in</span>
      </Link>
    </>
  )
}
