import { Navigate } from '@tanstack/react-router'

import { useMe } from '../session/use-me.ts'

/** The first page: the first account, or the form that opens one. */
export function Home() {
  const [first] = useMe().accounts
  if (!first) return <Navigate to="/set-up" replace />
  return <Navigate to="/a/$accountId" params={{ accountId: first.id }} replace />
}
