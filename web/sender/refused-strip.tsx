import { useQuery } from '@tanstack/react-query'

import { useAccount } from '../account/use-account.ts'
import { sendersQuery } from '../api/queries.ts'
import { Button } from '../control/button.tsx'
import { Strip } from '../control/strip.tsx'
import { useApprove } from './use-approve.ts'

/** Says above the list that Amazon refuses an address of ours: what is written would not leave. */
export function RefusedStrip() {
  const { id: accountId, permissions } = useAccount()
  const { data = [] } = useQuery({ ...sendersQuery(accountId), enabled: permissions.includes('account:read') })
  const { approve, busyWith, problem } = useApprove(accountId)
  const canApprove = permissions.includes('account:write')
  return data
    .filter(({ state }) => state === 'refused')
    .map(({ address }) => (
      <Strip
        key={address}
        tone="bad"
        title={`Amazon takes no mail from ${address}`}
        actions={
          canApprove && (
            <Button disabled={busyWith === address} onClick={() => void approve(address)}>
              Amazon takes mail from it again
            </Button>
          )
        }
      >
        No answer leaves from it. Add it in Seller Central under Messages, Messaging permissions, then say so here.
        {problem !== undefined && <span role="alert"> {problem}</span>}
      </Strip>
    ))
}
