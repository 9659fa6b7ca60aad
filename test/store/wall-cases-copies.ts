import { mintPersonScope } from '../../src/policy/access/mint-scope.ts'
import { addSender, listSenders, moveSender } from '../../src/store/approved-sender.ts'
import {
  clearMissingCopies,
  listActiveConversations,
  listMissedCopies,
  markCopyMissing,
} from '../../src/store/expected-copy.ts'
import { markCopiesSeen } from '../../src/store/mailbox.ts'
import { moveReply } from '../../src/store/outbox.ts'
import type { WallCase } from './wall-case.ts'

const LONG_AGO = new Date('2020-01-01T00:00:00.000Z')
const AT = new Date('2026-11-24T12:00:00.000Z')
const LATER = new Date('2030-01-01T00:00:00.000Z')

/** The reply has left, and a copy of it should come. */
const leave: WallCase = async (tx, scope, { replyId, mailboxId }) => {
  await moveReply(tx, scope, { id: replyId, from: 'queued', to: 'sent', at: AT })
  await markCopiesSeen(tx, scope, mailboxId, LONG_AGO)
}

/** One call of every store function about senders and about copies that should come. */
export const COPY_CASES: Readonly<Record<string, WallCase>> = {
  listSenders: (tx, scope) => listSenders(tx, scope),
  addSender: (tx, scope) => addSender(tx, scope, 'planted@shop.example', AT),
  moveSender: (tx, scope, { address }) => moveSender(tx, scope, { address, to: 'refused', at: AT }),

  listMissedCopies: async (tx, scope, things) => {
    await leave(tx, scope, things)
    return listMissedCopies(tx, mintPersonScope(scope.personId), { sentBefore: LATER, limit: 10 })
  },
  markCopyMissing: async (tx, scope, things) => {
    await leave(tx, scope, things)
    return markCopyMissing(tx, scope, things.replyId, AT)
  },
  clearMissingCopies: async (tx, scope, things) => {
    await leave(tx, scope, things)
    await markCopyMissing(tx, scope, things.replyId, AT)
    return clearMissingCopies(tx, scope, things.mailboxId)
  },
  listActiveConversations: (tx, scope, { mailboxId }) =>
    listActiveConversations(tx, scope, { mailboxId, since: LONG_AGO, limit: 10 }),
}
