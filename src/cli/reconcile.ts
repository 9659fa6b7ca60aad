import { MINUTE_MS } from '../base/clock.ts'
import { mailboxProblemWords } from '../flow/mailbox/mailbox-problem.ts'
import { reconcileWithServer } from '../flow/reconcile/reconcile-with-server.ts'
import { showReconciliation } from '../flow/reconcile/show-reconciliation.ts'
import { asGuest, type GuestOptions } from './as-guest.ts'
import { chooseMailbox, type KnownMailbox, knownAccounts, knownMailboxes, NO_MAILBOX } from './known-mailboxes.ts'
import { EXIT, say } from './output.ts'
import { type Compared, comparedData, comparedLines } from './reconcile-report.ts'
import type { DeskGuest, Doors } from './running-desk.ts'

export interface ReconcileOptions extends GuestOptions {
  /** Address of the one mailbox that is meant. */
  readonly mailbox?: string
  /** Ask the mail servers now, in place of showing the last comparison. */
  readonly now?: boolean
  /** Show each day. */
  readonly days?: boolean
}

/** A mailbox of a million mails is listed in minutes. */
const MAILBOX_MAX_MS = 60 * MINUTE_MS

/**
 * Shows that every mail the mail servers have is here: the last comparison, or one made now, which also fetches what is
 * missing. Exit 1 when something is missing or was never compared, 4 when a server cannot be reached, 3 when no mailbox
 * is fetched from a server, so that there is nothing to compare with.
 */
export async function reconcile(doors: Doors, options: ReconcileOptions): Promise<number> {
  return asGuest(doors, options, async (guest, stop) => {
    const all = await knownMailboxes(guest, await knownAccounts(guest))
    const chosen = options.mailbox === undefined ? all[0] : chooseMailbox(all, options.mailbox)
    if (!chosen) return NO_MAILBOX
    if ('says' in chosen) return chosen
    const known = options.mailbox === undefined ? all : [chosen]
    const problems = new Map<KnownMailbox, string>()
    if (options.now) {
      for (const one of known) {
        const problem = await compareNow(guest, one, stop.signal)
        if (problem !== undefined) problems.set(one, problem)
      }
    }
    const compared = await readCompared(guest, known, problems)
    if (options.json) say(JSON.stringify(compared.map(comparedData)))
    else for (const line of compared.flatMap((one) => comparedLines(one, options.days ?? false))) say(line)
    return exitOf(compared)
  })
}

/** Compares a mailbox with its server; returns the code of what is wrong. One without a server is left as it is. */
async function compareNow(
  { parts, lost }: DeskGuest,
  { account, shown }: KnownMailbox,
  stop: AbortSignal,
): Promise<string | undefined> {
  if (shown.source && shown.source.user === undefined) return 'login-unreadable'
  const tooLong = AbortSignal.timeout(MAILBOX_MAX_MS)
  const wish = { accountId: account.id, mailboxId: shown.mailbox.id }
  try {
    const outcome = await reconcileWithServer(parts, wish, { signal: AbortSignal.any([stop, lost, tooLong]) })
    return outcome.kind === 'not-reached' ? outcome.problem : undefined
  } catch (error) {
    if (tooLong.aborted && error === tooLong.reason) return 'timeout'
    throw error
  }
}

async function readCompared(
  { parts, owner }: DeskGuest,
  known: readonly KnownMailbox[],
  problems: ReadonlyMap<KnownMailbox, string>,
): Promise<readonly Compared[]> {
  const compared: Compared[] = []
  for (const accountId of new Set(known.map(({ account }) => account.id))) {
    const shown = await showReconciliation(parts, owner, { accountId })
    if ('ok' in shown) continue
    for (const one of known) {
      const found = shown.items.find(({ mailboxId }) => mailboxId === one.shown.mailbox.id)
      const code = problems.get(one)
      const problem = code === undefined ? undefined : { code, ...mailboxProblemWords(code) }
      if (found) compared.push({ reconciliation: found, isFetched: one.shown.source !== undefined, problem })
    }
  }
  return compared
}

function exitOf(compared: readonly Compared[]): number {
  const fetched = compared.filter(({ isFetched }) => isFetched)
  if (fetched.length === 0) return EXIT.config
  const asked = fetched.filter(({ problem }) => problem === undefined)
  if (!asked.every(({ reconciliation }) => reconciliation.agrees)) return EXIT.findings
  return asked.length < fetched.length ? EXIT.connection : EXIT.ok
}
