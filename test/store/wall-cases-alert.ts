import assert from 'node:assert/strict'

import { sql } from 'kysely'

import { type AlertId, type MessageId, parseId } from '../../src/model/ids.ts'
import {
  countOpenAlerts,
  endAlerts,
  findAlert,
  insertAlerts,
  listOpenAlerts,
  listOpenAlertsAbout,
  listOpenAlertsOf,
} from '../../src/store/alert.ts'
import { listAlertsDue, setAlertTimes } from '../../src/store/alert-time.ts'
import { mintPersonScope } from '../../src/policy/access/mint-scope.ts'
import type { Tx } from '../../src/store/database.ts'
import type { WallCase } from './wall-case.ts'

const LATER = new Date('2030-01-01T00:00:00.000Z')
const AT = new Date('2026-11-24T12:00:00.000Z')

/** Gives every account an alert, which has the number of a message of its. */
export async function furnishAlerts(tx: Tx): Promise<void> {
  await sql`insert into alert select account_id, message_id, conversation_id, 'answer-late', message_id, ${AT}::timestamptz,
      ${AT}::timestamptz, null, null from message`.execute(tx)
}

/** One call of every store function of alerts. */
export const ALERT_CASES: Readonly<Record<string, WallCase>> = {
  insertAlerts: async (tx, scope, { conversationId, messageId }) => {
    const id = alertOf(messageId)
    const wish = { conversationId, kind: 'claim-near', objectId: conversationId, dueAt: AT, raisedAt: AT } as const
    return (await insertAlerts(tx, scope, [{ id, ...wish }])).length
  },
  listOpenAlertsOf: (tx, scope, { conversationId }) => listOpenAlertsOf(tx, scope, [conversationId]),
  listOpenAlertsAbout: (tx, scope, { messageId }) => listOpenAlertsAbout(tx, scope, 'answer-late', [messageId]),
  listOpenAlerts: (tx, scope) => listOpenAlerts(tx, scope, { after: undefined, limit: 100 }),
  countOpenAlerts: (tx, scope) => countOpenAlerts(tx, scope),
  findAlert: (tx, scope, { messageId }) => findAlert(tx, scope, alertOf(messageId)),
  listAlertsDue: async (tx, scope, { conversationId }) => {
    await setAlertTimes(tx, scope, [{ id: conversationId, alertAt: AT }])
    return listAlertsDue(tx, mintPersonScope(scope.personId), { by: LATER, limit: 10 })
  },
  setAlertTimes: (tx, scope, { conversationId }) => setAlertTimes(tx, scope, [{ id: conversationId, alertAt: AT }]),
  endAlerts: (tx, scope, { messageId }) => endAlerts(tx, scope, { ids: [alertOf(messageId)], at: AT, by: 'person' }),
}

function alertOf(message: MessageId): AlertId {
  return parseId<AlertId>(String(message)) ?? assert.fail()
}
