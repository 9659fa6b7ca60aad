import { mailboxProblemWords } from '../flow/mailbox/mailbox-problem.ts'
import type { ShownMailbox, ShownSource } from '../flow/mailbox/show-mailboxes.ts'
import type { SourceTrial } from '../flow/mailbox/try-source.ts'
import type { MailboxWatch } from '../model/mailbox-source.ts'
import type { MailboxTrialView, MailboxView } from './route/mailbox-shapes.ts'

/* What leaves through HTTP of mailboxes, built field by field. */

export function presentMailbox({ mailbox, source, watch, position }: ShownMailbox): MailboxView {
  return {
    id: String(mailbox.id),
    address: mailbox.address,
    approvedSender: mailbox.approvedSender,
    copies: mailbox.copies,
    copiesSince: mailbox.copiesSince?.toISOString() ?? null,
    keepsSent: mailbox.keepsSent,
    authservIds: [...mailbox.authservIds],
    deadlinesFrom: mailbox.deadlinesFrom?.toISOString() ?? null,
    source: source ? presentSource(source) : null,
    watch: watch ? presentWatch(watch) : null,
    fetched: position ? { lastUid: position.lastUid, movedAt: position.movedAt.toISOString() } : null,
  }
}

export function presentTrial(trial: SourceTrial): MailboxTrialView {
  if (!trial.ok) {
    const folders = 'folders' in trial ? [...(trial.folders ?? [])] : []
    const nothing = { folder: null, messages: null, canIdle: null, newestAt: null }
    return { ok: false, ...nothing, problem: presentProblem(trial.problem), folders }
  }
  const { folder, messages, canIdle, newestAt } = trial
  return { ok: true, folder, messages, canIdle, newestAt: newestAt?.toISOString() ?? null, problem: null, folders: [] }
}

function presentSource({ host, port, security, user, folder, version }: ShownSource) {
  return { host, port, security, user: user ?? '', folder, version }
}

function presentWatch({ state, problem, since, seenAt, retryAt, behind }: MailboxWatch) {
  return {
    state,
    problem: problem === undefined ? null : presentProblem(problem),
    since: since.toISOString(),
    seenAt: seenAt.toISOString(),
    retryAt: retryAt?.toISOString() ?? null,
    behind,
  }
}

function presentProblem(code: string) {
  const { says, remedy } = mailboxProblemWords(code)
  return { code, says, remedy }
}
