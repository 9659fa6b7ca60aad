import assert from 'node:assert/strict'

import { sql } from 'kysely'

import { type AlertId, type MessageId, parseId } from '../../src/model/ids.ts'
import {
  countOpenAlerts,
  endAlerts,
  findAlert,
  insertAlerts,
  listOpenAlerts,
  listOpenAlertsOf,
} from '../../src/store/alert.ts'
import type { Tx } from '../../src/store/database.ts'
import type { WallCase } from './wall-case.ts'

const AT = new Date('2026-11-24T12:00:00.000Z')

/** Gives every account an alert, which has the number of a message of its. */
export async function furnishAlerts(tx: Tx): Promise<void> {
  await sql`insert into alert select account_id, message_id, conversation_id, 'answer-late', conversation_id, ${AT}::timestamptz,
      ${AT}::timestamptz, null, null from message`.execute(tx)
}

/** One call of every store function of alerts. */
export const ALERT_CASES: Readonly<Record<string, WallCase>> = {
  insertAlerts: (tx, scope, { conversationId, messageId }) =>
    insertAlerts(tx, scope, [
      { id: alertOf(messageId), conversationId, kind: 'claim-near', objectId: conversationId, dueAt: AT, raisedAt: AT },
    ]),
  listOpenAlertsOf: (tx, scope, { conversationId }) => listOpenAlertsOf(tx, scope, [conversationId]),
  listOpenAlerts: (tx, scope) => listOpenAlerts(tx, scope, { after: undefined, limit: 100 }),
  countOpenAlerts: (tx, scope) => countOpenAlerts(tx, scope),
  findAlert: (tx, scope, { messageId }) => findAlert(tx, scope, alertOf(messageId)),
  endAlerts: (tx, scope, { messageId }) => endAlerts(tx, scope, { ids: [alertOf(messageId)], at: AT, by: 'person' }),
}

function alertOf(message: MessageId): AlertId {
  return parseId<AlertId>(String(message)) ?? assert.fail()
}
