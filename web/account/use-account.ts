import { useParams } from '@tanstack/react-router'

import type { Account } from '../api/accounts.ts'
import { useMe } from '../session/use-me.ts'

/** The account of the address. Throws when the person does not see it: the account's route has asked before. */
export function useAccount(): Account {
  const { accountId } = useParams({ strict: false })
  const account = useMe().accounts.find((known) => known.id === accountId)
  if (!account) throw new Error('this page belongs to no account of yours')
  return account
}
