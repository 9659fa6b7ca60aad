import { sql } from 'kysely'

import { settleAcknowledgements } from '../../src/store/acknowledgement.ts'
import { listAnswerTimes } from '../../src/store/answer-times.ts'
import type { Tx } from '../../src/store/database.ts'
import { listDues } from '../../src/store/due.ts'
import { deleteNoResponses, insertNoResponses, listNoResponses } from '../../src/store/no-response.ts'
import type { WallCase } from './wall-case.ts'

const LONG_AGO = new Date('2020-01-01T00:00:00.000Z')
const AT = new Date('2026-11-24T12:00:00.000Z')

/** Gives every account a message that needs no answer and an acknowledgement that left. */
export async function furnishAnswered(tx: Tx): Promise<void> {
  await sql`insert into no_response select account_id, message_id, conversation_id, 1, 'thanks', ${AT}::timestamptz
      from message`.execute(tx)
  await sql`update outbox set is_acknowledgement = true, sent_at = ${AT}::timestamptz`.execute(tx)
}

/** One call of every store function about what needs no answer, or no further one. */
export const ANSWERED_CASES: Readonly<Record<string, WallCase>> = {
  listNoResponses: (tx, scope, { conversationId }) => listNoResponses(tx, scope, [conversationId]),
  deleteNoResponses: (tx, scope, { conversationId }) => deleteNoResponses(tx, scope, conversationId),
  insertNoResponses: async (tx, scope, { conversationId, messageId }) => {
    await deleteNoResponses(tx, scope, conversationId)
    return insertNoResponses(tx, scope, [{ messageId, conversationId, reason: 'unwanted', markedAt: AT }])
  },

  listAnswerTimes: (tx, scope) => listAnswerTimes(tx, scope, LONG_AGO),
  listDues: (tx, scope) => listDues(tx, scope, { answerMs: 86_400_000, after: undefined, limit: 100 }),

  settleAcknowledgements: (tx, scope, { conversationId }) => settleAcknowledgements(tx, scope, conversationId),
}
