import type { MailboxWatch } from '../../src/model/mailbox-source.ts'
import { mintPersonScope } from '../../src/policy/access/mint-scope.ts'
import type { SealedLogin } from '../../src/seal/sealed-login.ts'
import {
  beginPosition,
  findOrigin,
  deletePosition,
  findPosition,
  listPositions,
  movePosition,
  UNFETCHED_UID_VALIDITY,
} from '../../src/store/mailbox-position.ts'
import { deleteSource, findSource, listSources, listSourcesOf, saveSource } from '../../src/store/mailbox-source.ts'
import { deleteWatch, findWatch, listWatches, saveWatch } from '../../src/store/mailbox-watch.ts'
import { lockMailbox, updateMailbox } from '../../src/store/mailbox.ts'
import type { WallCase } from './wall-case.ts'

const AT = new Date('2026-11-24T12:00:00.000Z')
const LOGIN = new Uint8Array([1, 2, 3]) as Uint8Array as SealedLogin // proof: the walls do not read it
const SOURCE = { version: 9, host: 'imap.planted.example', port: 993, security: 'tls', folder: 'INBOX' } as const
const WATCH: MailboxWatch = {
  state: 'caught-up',
  problem: undefined,
  since: AT,
  seenAt: AT,
  retryAt: undefined,
  behind: 0,
}

/** One call of every store function about where a mailbox is fetched from and how that goes. */
export const MAILBOX_WALL_CASES: Readonly<Record<string, WallCase>> = {
  lockMailbox: (tx, scope, { mailboxId }) => lockMailbox(tx, scope, mailboxId),
  updateMailbox: (tx, scope, { accountId, mailboxId, address }) =>
    updateMailbox(tx, scope, {
      accountId,
      id: mailboxId,
      address,
      approvedSender: 'planted@shop.example',
      copies: 'not-seen',
      copiesSince: undefined,
      keepsSent: false,
      authservIds: ['planted.example'],
      deadlinesFrom: AT,
    }),

  findSource: (tx, scope, { mailboxId }) => findSource(tx, scope, mailboxId),
  listSources: (tx, scope) => listSources(tx, scope),
  listSourcesOf: (tx, scope) => listSourcesOf(tx, mintPersonScope(scope.personId)),
  saveSource: (tx, scope, { mailboxId }) =>
    saveSource(tx, scope, { source: { mailboxId, ...SOURCE }, login: LOGIN, changedAt: AT }),
  deleteSource: (tx, scope, { mailboxId }) => deleteSource(tx, scope, mailboxId),

  findPosition: (tx, scope, { mailboxId }) => findPosition(tx, scope, mailboxId),
  listPositions: (tx, scope) => listPositions(tx, scope),
  findOrigin: (tx, scope, { mailboxId }) => findOrigin(tx, scope, mailboxId),
  beginPosition: (tx, scope, { mailboxId }) => beginPosition(tx, scope, mailboxId, AT),
  movePosition: (tx, scope, { mailboxId, lastUid }) =>
    movePosition(tx, scope, mailboxId, {
      from: { uidValidity: UNFETCHED_UID_VALIDITY, lastUid },
      to: { uidValidity: 7, lastUid: 900 },
      at: AT,
    }),
  deletePosition: (tx, scope, { mailboxId }) => deletePosition(tx, scope, mailboxId),

  findWatch: (tx, scope, { mailboxId }) => findWatch(tx, scope, mailboxId),
  listWatches: (tx, scope) => listWatches(tx, scope),
  saveWatch: (tx, scope, { mailboxId }) => saveWatch(tx, scope, mailboxId, WATCH),
  deleteWatch: (tx, scope, { mailboxId }) => deleteWatch(tx, scope, mailboxId),
}
