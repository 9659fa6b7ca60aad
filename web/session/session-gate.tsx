import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Suspense, lazy, useEffect } from 'react'

import { meQuery } from '../api/queries.ts'
import { signedOut } from '../api/signed-out.ts'
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

  return (
    <>
      {me.data && (
        <div inert={isSignedOut}>
          <MeContext value={me.data}>{children}</MeContext>
        </div>
      )}
      {isSignedOut && (
        <div className={css['cover']}>
          <Suspense>
            <SignIn onSignedIn={comeIn} />
          </Suspense>
        </div>
      )}
      {!me.data && !isSignedOut && <Opening error={me.error} onRetry={() => void me.refetch()} />}
    </>
  )
}

/** Before anything is known: the desk is asked, or did not answer. */
function Opening({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  if (error === null) return <p className={css['opening']}>Opening the desk…</p>
  return (
    <main>
      <h1 className="visually-hidden">Safereply</h1>
      <Failed what="The desk cannot be opened" error={error} onRetry={onRetry} />
    </main>
  )
}
