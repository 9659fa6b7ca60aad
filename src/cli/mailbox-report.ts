import { mailboxProblemWords } from '../flow/mailbox/mailbox-problem.ts'
import type { SourceTrial } from '../flow/mailbox/try-source.ts'
import type { MailboxWatch } from '../model/mailbox-source.ts'
import type { KnownMailbox } from './known-mailboxes.ts'
import { counted } from './words.ts'

const STATES: Readonly<Record<MailboxWatch['state'], string>> = {
  connecting: 'connecting',
  'catching-up': 'catching up',
  'caught-up': 'caught up',
  failing: 'failing',
}

/** A mailbox for a program; the password is never part of it. */
export function mailboxData({ account, shown }: KnownMailbox) {
  const { mailbox, source, watch, position } = shown
  return {
    account: { id: String(account.id), name: account.name },
    id: String(mailbox.id),
    address: mailbox.address,
    approvedSender: mailbox.approvedSender,
    keepsSent: mailbox.keepsSent,
    copiesSince: mailbox.copiesSince?.toISOString() ?? null,
    deadlinesFrom: mailbox.deadlinesFrom?.toISOString() ?? null,
    source: source
      ? {
          host: source.host,
          port: source.port,
          security: source.security,
          user: source.user ?? null,
          folder: source.folder,
        }
      : null,
    watch: watch
      ? {
          state: watch.state,
          problem: watch.problem === undefined ? null : { code: watch.problem, ...mailboxProblemWords(watch.problem) },
          since: watch.since.toISOString(),
          retryAt: watch.retryAt?.toISOString() ?? null,
          behind: watch.behind,
        }
      : null,
    fetched: position ? { lastUid: position.lastUid, movedAt: position.movedAt.toISOString() } : null,
  }
}

/** A mailbox for a person. */
export function mailboxLines({ account, shown }: KnownMailbox): readonly string[] {
  const { mailbox, source, watch } = shown
  return [
    `${mailbox.address}  (${account.name})`,
    `    answers leave from  ${mailbox.approvedSender}`,
    ...(mailbox.keepsSent ? ['    answers are kept    in the Sent folder'] : []),
    source
      ? `    fetched from        ${source.folder} of ${source.host}:${source.port} (${source.security}) as ${source.user ?? 'somebody: the stored login cannot be opened'}`
      : '    fetched from        nowhere; its mail is handed in at the mail door, or imported',
    ...(watch ? watchLines(watch) : source ? ['    state               waits for the desk to run'] : []),
  ]
}

function watchLines({ state, since, behind, problem }: MailboxWatch): readonly string[] {
  const line = `    state               ${STATES[state]} since ${since.toISOString()}, ${counted(behind, 'mail')} behind`
  return problem === undefined ? [line] : [line, ...problemLines(problem).map((words) => `    ${words}`)]
}

/** What came of a trial for a person. */
export function trialLines(trial: SourceTrial): readonly string[] {
  if (!trial.ok) {
    const folders = 'folders' in trial ? (trial.folders ?? []) : []
    return [...problemLines(trial.problem), ...folders.map((folder) => `    ${folder}`)]
  }
  const newest = trial.newestAt === undefined ? '' : `, the newest of ${trial.newestAt.toISOString()}`
  const news = trial.canIdle ? 'tells of new mail at once' : 'is asked for new mail each minute'
  return [`It works: ${trial.folder} has ${counted(trial.messages, 'mail')}${newest}. The server ${news}.`]
}

/** What came of a trial for a program. */
export function trialData(trial: SourceTrial) {
  if (trial.ok) {
    const { folder, messages, canIdle, newestAt } = trial
    return {
      ok: true,
      folder,
      messages,
      canIdle,
      newestAt: newestAt?.toISOString() ?? null,
      problem: null,
      folders: [],
    }
  }
  const folders = 'folders' in trial ? [...(trial.folders ?? [])] : []
  const problem = { code: trial.problem, ...mailboxProblemWords(trial.problem) }
  return { ok: false, folder: null, messages: null, canIdle: null, newestAt: null, problem, folders }
}

function problemLines(code: string): readonly string[] {
  const { says, remedy } = mailboxProblemWords(code)
  return [says, remedy]
}
