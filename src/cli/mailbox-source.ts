import { mailboxProblemWords } from '../flow/mailbox/mailbox-problem.ts'
import { setSource, type SourceWish } from '../flow/mailbox/set-source.ts'
import { trySource } from '../flow/mailbox/try-source.ts'
import { asGuest, type Refusal } from './as-guest.ts'
import { askPassword } from './ask-password.ts'
import { denied, type KnownMailbox } from './known-mailboxes.ts'
import { findKnown, tell } from './mailbox.ts'
import { type SourceOptions, sourceSettings } from './mailbox-options.ts'
import { trialData, trialLines } from './mailbox-report.ts'
import { EXIT, say } from './output.ts'
import type { DeskGuest, Doors } from './running-desk.ts'

/** Sets where a mailbox is fetched from. The password comes from the environment or the terminal, or the stored one stays. */
export async function setMailboxSource(doors: Doors, address: string, options: SourceOptions): Promise<number> {
  return asGuest(doors, options, async (guest) => {
    const known = await findKnown(guest, address)
    if ('says' in known) return known
    const wish = await sourceWish(guest, known, options)
    if ('says' in wish) return wish
    const set = await withPassword(wish, async (one) => {
      const outcome = await setSource(guest.parts, guest.owner, one)
      return !outcome.ok && outcome.reason === 'password-needed' ? 'password-needed' : outcome
    })
    if ('says' in set) return set
    if (set.ok) return tell({ ...known, shown: set.shown }, options)
    if (set.reason === 'missing' || set.reason === 'refused') return denied({ reason: set.reason })
    return problem(set.reason)
  })
}

/** Connects, logs in and opens the folder, as the desk would. Exit 4 when that fails; changes nothing. */
export async function tryMailboxSource(doors: Doors, address: string, options: SourceOptions): Promise<number> {
  return asGuest(doors, options, async (guest) => {
    const known = await findKnown(guest, address)
    if ('says' in known) return known
    const wish = await sourceWish(guest, known, options)
    if ('says' in wish) return wish
    const tried = await withPassword(wish, async (one) => {
      const outcome = await trySource(guest.parts, guest.owner, one)
      if ('ok' in outcome) return outcome
      return !outcome.trial.ok && outcome.trial.problem === 'password-needed' ? 'password-needed' : outcome
    })
    if ('says' in tried) return tried
    if ('ok' in tried) return denied(tried)
    if (options.json) say(JSON.stringify(trialData(tried.trial)))
    else for (const line of trialLines(tried.trial)) say(line)
    return tried.trial.ok ? EXIT.ok : EXIT.connection
  })
}

async function sourceWish(
  { imapPassword }: DeskGuest,
  { account, shown }: KnownMailbox,
  options: SourceOptions,
): Promise<SourceWish | Refusal> {
  const { mailbox, source } = shown
  const settings = sourceSettings(options, { address: mailbox.address, source })
  if ('says' in settings) return settings
  const password = options.askPassword ? await askFor(settings.user) : imapPassword
  if (options.askPassword && password === undefined) return problem('password-needed')
  return { accountId: account.id, mailboxId: mailbox.id, ...settings, password }
}

/** Does it with the password there is, and with one that is asked for when that is not enough. */
async function withPassword<T>(
  wish: SourceWish,
  work: (wish: SourceWish) => Promise<T | 'password-needed'>,
): Promise<T | Refusal> {
  const outcome = await work(wish)
  if (outcome !== 'password-needed') return outcome
  const password = await askFor(wish.user)
  if (password === undefined) return problem('password-needed')
  const again = await work({ ...wish, password })
  return again === 'password-needed' ? problem('password-needed') : again
}

function askFor(user: string): Promise<string | undefined> {
  return askPassword(`Password of ${user}: `)
}

function problem(code: 'password-needed' | 'not-safe'): Refusal {
  const { says, remedy } = code === 'password-needed' ? PASSWORD_NEEDED : mailboxProblemWords(code)
  return { exit: EXIT.usage, says: `${says} ${remedy}` }
}

/** As the page has it, with where a command takes it from. */
const PASSWORD_NEEDED = {
  says: 'There is no password for this server and user yet.',
  remedy: 'Set SAFEREPLY_IMAP_PASSWORD or SAFEREPLY_IMAP_PASSWORD_FILE, or run this on a terminal, which asks for it.',
} as const
