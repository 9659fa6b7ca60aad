import { Link } from '@tanstack/react-router'

import { useAccount } from './use-account.ts'
import css from './set-up.module.css'

/** How Amazon's mail gets to the desk: the three steps outside of it. */
export function Connect() {
  const account = useAccount()
  const mailbox = account.mailboxes[0]
  return (
    <section className={css['inner']} aria-label="Mail route">
      <div className={css['steps']}>
        <h2>Bring Amazon's mail to the desk</h2>
        <p className={css['lead']}>
          Three steps outside the desk. After that each buyer message is here within seconds, with its clock running.
        </p>
        <ol>
          <li>
            <strong>Tell Amazon where to write</strong>
            <p>
              Seller Central, Settings, Notification preferences, Messaging: set “Buyer messages” to{' '}
              <code>{mailbox ?? 'your mailbox address'}</code>.
            </p>
          </li>
          <li>
            <strong>Forward that address to the desk's door</strong>
            <p>
              In your mail server, send a copy of every mail for <code>{mailbox ?? 'that address'}</code> on to the
              desk. The door is an SMTP address; <code>safereply start</code> prints its host and port. Use a redirect
              that keeps the mail as it is: a forward that rewrites it loses Amazon's signature.
            </p>
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
    </section>
  )
}
