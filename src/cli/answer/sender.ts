import { approveSender } from '../../flow/sender/approve-sender.ts'
import { showSenders } from '../../flow/sender/show-senders.ts'
import { asGuest } from '../as-guest.ts'
import { EXIT, say } from '../output.ts'
import type { Doors } from '../running-desk.ts'
import { accountOf, type AnswerOptions, deniedHere, isRefusal } from './find.ts'

export interface SenderOptions extends AnswerOptions {
  /** An address of which Amazon takes mail again. */
  readonly approve?: string
}

/** Shows the addresses replies may leave from, or says that Amazon takes mail from one again. */
export function senders(doors: Doors, options: SenderOptions): Promise<number> {
  return asGuest(doors, options, async (guest) => {
    const { parts, owner } = guest
    const account = await accountOf(guest, options)
    if (isRefusal(account)) return account
    const { approve } = options
    const accountId = account.id
    const approved =
      approve === undefined ? undefined : await approveSender(parts, owner, { accountId, address: approve })
    if (approved && !approved.ok) {
      return { exit: EXIT.usage, says: `No reply leaves from ${approve}. \`safereply senders\` shows the addresses.` }
    }
    const shown = await showSenders(parts, owner, { accountId })
    if ('ok' in shown) return deniedHere(shown)
    const data = shown.map(({ address, state, changedAt }) => ({ address, state, changedAt: changedAt.toISOString() }))
    if (options.json) say(JSON.stringify(data))
    else for (const { address, state, changedAt } of data) say(`${address}  ${state} since ${changedAt}`)
    return EXIT.ok
  })
}
