import { after } from '../../../src/base/clock.ts'
import type { PolicyPack } from '../../../src/model/policy-pack.ts'
import type { Conversation } from '../../api/conversations.ts'
import type { DeadlineInstants } from '../../clock/deadline-words.ts'

/**
 * The clock of the answer alone. `dueAt` of a conversation is whatever is due first, which may be a claim or a return;
 * those have a clock of their own.
 */
export function answerInstants(
  { unansweredSince, claimAt }: Pick<Conversation, 'unansweredSince' | 'claimAt'>,
  { answerMs }: Pick<PolicyPack['limits'], 'answerMs'>,
): DeadlineInstants {
  if (unansweredSince === null) return { unansweredSince, dueAt: null, claimAt: null }
  return { unansweredSince, dueAt: after(new Date(unansweredSince), answerMs.value).toISOString(), claimAt }
}
