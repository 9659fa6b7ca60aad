import type { AccountView } from '../../src/http/route/shapes.ts'
import { call } from './client.ts'

export type Account = AccountView

/** What a person says of an account when they open it. */
export interface NewAccount {
  readonly name: string
  readonly mailboxAddress: string
  readonly approvedSender: string
}

export async function openAccount(account: NewAccount): Promise<Account> {
  return await call<Account>({ method: 'POST', path: '/accounts', body: account })
}
