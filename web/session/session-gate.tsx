import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Suspense, lazy, useEffect } from 'react'

import { meQuery } from '../api/queries.ts'
import { signedOut } from '../api/query-client.ts'
import { useCell } from '../cell/use-cell.ts'
import { Failed } from '../control/failed.tsx'
import { startLiveUpdates } from '../live/live-updates.ts'
import css from './session.module.css'
import { MeContext } from './use-me.ts'

const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }))

/**
 * Shows the desk to who is signed in. When a session ends meanwhile, the sign-in page covers the desk instead of
 * replacing it: what stands in an editor is still there afterwards.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const me = useQuery(meQuery)
  const isSignedOut = useCell(signedOut)
  const isIn = me.data !== undefined && !isSignedOut

  useEffect(() => (isIn ? startLiveUpdates(client) : undefined), [client, isIn])

  function comeIn() {
    signedOut.set(false)
    void client.invalidateQueries()
  }

  const desk = me.data && <MeContext value={me.data}>{children}</MeContext>
  if (isSignedOut) {
    return (
      <>
        {desk && <div inert>{desk}</div>}
        <div className={css['cover']}>
          <Suspense>
            <SignIn onSignedIn={comeIn} />
          </Suspense>
        </div>
      </>
    )
  }
  if (desk) return desk
  if (me.isError) {
    return <Failed what="The desk cannot be opened" error={me.error} onRetry={() => void me.refetch()} />
  }
  return <p className={css['opening']}>Opening the desk…</p>
}
