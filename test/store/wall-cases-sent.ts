import { setFiled, setSentAt } from '../../src/store/outbox-sent.ts'
import type { WallCase } from './wall-case.ts'

const LATER = new Date('2026-11-25T12:00:00.000Z')

/** One call of every store function about what is known of a reply besides its state. */
export const SENT_CASES: Readonly<Record<string, WallCase>> = {
  setFiled: (tx, scope, { replyId }) => setFiled(tx, scope, replyId, 'kept'),
  setSentAt: (tx, scope, { replyId }) => setSentAt(tx, scope, replyId, LATER),
}
