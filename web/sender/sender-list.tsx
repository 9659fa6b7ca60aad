import { useQuery } from '@tanstack/react-query'
import { CircleCheck, TriangleAlert } from 'lucide-react'

import { useAccount } from '../account/use-account.ts'
import { sendersQuery } from '../api/queries.ts'
import type { Sender } from '../api/senders.ts'
import { dayWords } from '../clock/format.ts'
import { Button } from '../control/button.tsx'
import { Failed } from '../control/failed.tsx'
import css from './sender-list.module.css'
import { useApprove } from './use-approve.ts'

/** The addresses answers leave from, and which of them Amazon refuses. */
export function SenderList() {
  const { id: accountId, permissions } = useAccount()
  const { data, error, isPending, refetch } = useQuery(sendersQuery(accountId))
  const { approve, busyWith, problem } = useApprove(accountId)
  const canApprove = permissions.includes('account:write')
  return (
    <section className={css['senders']} aria-labelledby="senders">
      <h3 id="senders">Addresses your answers leave from</h3>
      <p className={css['lead']}>
        Each must stand in Seller Central under Messages, Messaging permissions. When Amazon refuses one, nothing leaves
        from it until you say that it is taken again.
      </p>
      {isPending && <p aria-busy="true">Reading the addresses</p>}
      {!data && error && <Failed what="The addresses cannot be read" error={error} onRetry={() => void refetch()} />}
      {problem !== undefined && <p role="alert">{problem}</p>}
      <ul className={css['list']}>
        {data?.map((sender) => (
          <li key={sender.address}>
            <span className={css['address']}>{sender.address}</span>
            <State sender={sender} />
            {sender.state === 'refused' && canApprove && (
              <Button disabled={busyWith === sender.address} onClick={() => void approve(sender.address)}>
                Amazon takes mail from it again
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function State({ sender: { state, changedAt } }: { readonly sender: Sender }) {
  if (state === 'approved') {
    return (
      <span className={css['state']} data-state={state}>
        <CircleCheck size={15} aria-hidden /> in use
      </span>
    )
  }
  return (
    <span className={css['state']} data-state={state}>
      <TriangleAlert size={15} aria-hidden /> refused by Amazon on {dayWords(changedAt)}
    </span>
  )
}
