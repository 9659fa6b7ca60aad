import type { NewAccount } from '../api/accounts.ts'

/** What is wrong with each field, as a sentence that says what to enter. */
export type AccountFaults = { readonly [Field in keyof NewAccount]?: string }

const ADDRESS = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]+$/u
const RELAY = /@(?:[a-z-]+\.)*amazon\.[a-z.]+$/iu
const LONGEST_NAME = 80

/** Checks what a person entered before it is sent; the desk checks it again. Empty when all is well. */
export function accountFaults(account: NewAccount): AccountFaults {
  const name = nameFault(account.name)
  const mailboxAddress = addressFault(account.mailboxAddress)
  const approvedSender = addressFault(account.approvedSender)
  return {
    ...(name !== undefined && { name }),
    ...(mailboxAddress !== undefined && { mailboxAddress }),
    ...(approvedSender !== undefined && { approvedSender }),
  }
}

function nameFault(name: string): string | undefined {
  if (name === '') return 'Give the account a name.'
  return name.length > LONGEST_NAME ? `Use at most ${LONGEST_NAME} characters.` : undefined
}

/** What is wrong with an address of our own; undefined when nothing is. */
export function addressFault(address: string): string | undefined {
  if (address === '') return 'Enter an address.'
  if (!ADDRESS.test(address)) return 'Enter one address, such as buyers@shop.example.'
  return RELAY.test(address) ? 'Enter an address of your own, not one of Amazon.' : undefined
}
