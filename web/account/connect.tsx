import { Link } from '@tanstack/react-router'

import buttonCss from '../control/button.module.css'
import { Page } from '../control/page.tsx'
import { MailTabs } from '../mailbox/mail-tabs.tsx'
import { useAccount } from './use-account.ts'
import css from './set-up.module.css'

/** How Amazon's mail gets to the desk: what to do at Amazon, and where to go here. */
export function Connect() {
  const account = useAccount()
  const mailbox = account.mailboxes[0]
  return (
    <Page
      title="Bring Amazon's mail to the desk"
      lead="Three steps. After that each buyer message is here within seconds, with its clock running."
      tabs={<MailTabs />}
    >
      <div className={css['steps']}>
        <ol>
          <li>
            <strong>Tell Amazon where to write</strong>
            <p>
              Seller Central, Settings, Notification preferences, Messaging: set “Buyer messages” to{' '}
              <code>{mailbox ?? 'your mailbox address'}</code>.
            </p>
          </li>
          <li>
            <strong>Let the desk fetch its mail</strong>
            <p>
              Say on which server the mailbox is and who logs in. Nothing there is deleted, moved or marked as read.
            </p>
            <Link
              to="/a/$accountId/mailboxes"
              params={{ accountId: account.id }}
              className={buttonCss['button']}
              data-look="main"
            >
              Fetch its mail
            </Link>
            <details>
              <summary>Or forward it to the desk's door</summary>
              <p>
                In your mail server, send a copy of every mail for <code>{mailbox ?? 'that address'}</code> on to the
                desk. The door is an SMTP address; <code>safereply start</code> prints its host and port. Use a redirect
                that keeps the mail as it is: a forward that rewrites it loses Amazon's signature.
              </p>
            </details>
          </li>
          <li>
            <strong>Approve the address your answers leave from</strong>
            <p>
              Seller Central, Messages, Messaging permissions: add it as an authorised address. Amazon drops answers
              from any other.
            </p>
          </li>
        </ol>
        <p className={css['lead']}>
          To try it, write to yourself as a buyer from another Amazon account. The message shows up in the{' '}
          <Link to="/a/$accountId" params={{ accountId: account.id }}>
            inbox
          </Link>
          ; a mail the desk cannot place is{' '}
          <Link to="/a/$accountId/quarantine" params={{ accountId: account.id }}>
            set aside
          </Link>{' '}
          and never lost.
        </p>
      </div>
    </Page>
  )
}
