import type { Denied } from '../../flow/in-account.ts'
import type { Account } from '../../model/account.ts'
import { parseId } from '../../model/ids.ts'
import type { AccountId, ConversationId, DeadlineId, AlertId, ReplyId } from '../../model/ids.ts'
import { asGuest, type GuestOptions, type Refusal } from '../as-guest.ts'
import { chooseAccount, knownAccounts } from '../known-mailboxes.ts'
import { EXIT } from '../output.ts'
import type { DeskGuest, Doors } from '../running-desk.ts'

/** What every command about an answer takes. */
export interface AnswerOptions extends GuestOptions {
  /** Name or id of the account; where a number names the thing, all are looked through. */
  readonly account?: string
}

/** The account a list is of. */
export async function accountOf(guest: DeskGuest, options: AnswerOptions): Promise<Account | Refusal> {
  return chooseAccount(await knownAccounts(guest), options.account)
}

/**
 * Asks the account that is meant, or each of the desk until one has the thing. `act` may change it, since only the account
 * that has the thing does anything.
 */
export async function inItsAccount<T extends object>(
  guest: DeskGuest,
  options: AnswerOptions,
  act: (accountId: AccountId) => Promise<T | Denied>,
): Promise<T | Refusal> {
  const known = await knownAccounts(guest)
  const chosen = options.account === undefined ? undefined : chooseAccount(known, options.account)
  if (chosen && 'says' in chosen) return chosen
  for (const { id } of chosen ? [chosen] : known) {
    const outcome = await act(id)
    if (!isDenied(outcome)) return outcome
    if (outcome.reason === 'refused') return NOT_PERMITTED
  }
  return { exit: EXIT.usage, says: 'There is no such thing on this desk. `safereply inbox` shows what there is.' }
}

const NOT_PERMITTED: Refusal = {
  exit: EXIT.notPermitted,
  says: 'The owner of this desk may not do this in this account.',
}

function isDenied(outcome: object): outcome is Denied {
  return 'ok' in outcome && 'reason' in outcome && (outcome.reason === 'missing' || outcome.reason === 'refused')
}

/** What a flow of a chosen account refused, for a person. */
export function deniedHere({ reason }: Denied): Refusal {
  return reason === 'refused' ? NOT_PERMITTED : { exit: EXIT.usage, says: 'There is no such account on this desk.' }
}

/** The number that names a thing, as the lists print it. */
export function numberOf<Noun extends ConversationId | ReplyId | DeadlineId | AlertId>(text: string): Noun | Refusal {
  return (
    parseId<Noun>(text) ?? {
      exit: EXIT.usage,
      says: `${text} is no number of a thing; the lists print them, such as 482905371648.`,
    }
  )
}

/** The thing a command is about: its number as it was typed, and where to look for it. */
export interface Asked {
  readonly name: string
  readonly options: AnswerOptions
}

/** Does something with the thing a number names, in the account that has it, and says what came of it. */
export function withThing<Noun extends ConversationId | ReplyId | DeadlineId | AlertId, T extends object>(
  doors: Doors,
  { name, options }: Asked,
  act: (guest: DeskGuest, place: { readonly accountId: AccountId; readonly id: Noun }) => Promise<T | Denied>,
  tell: (outcome: T) => number | Refusal,
): Promise<number> {
  return asGuest(doors, options, async (guest) => {
    const id = numberOf<Noun>(name)
    if (isRefusal(id)) return id
    const outcome = await inItsAccount(guest, options, (accountId) => act(guest, { accountId, id }))
    return isRefusal(outcome) ? outcome : tell(outcome)
  })
}

/** Whether a command came to a refusal in place of its result. */
export function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'says' in result && 'exit' in result
}
