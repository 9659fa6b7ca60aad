import type { Actor } from '../model/actor.ts'
import type { AccountId, ConversationId } from '../model/ids.ts'
import type { PolicyPack } from '../model/policy-pack.ts'
import type { OwnText } from '../model/text.ts'
import { check, type CheckResult, isBlocking } from '../policy/check/check.ts'
import type { GateVerdict } from '../policy/gate/pass-gate.ts'
import { ownText } from '../policy/redact/own-text.ts'
import { findConversation } from '../store/conversation.ts'
import { accountPack } from './account-pack.ts'
import { gateReply } from './gate-reply.ts'
import { type Denied, MISSING, readInAccount } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { newMailId } from './reply-mail-id.ts'

/** What sending a text would meet at this moment. */
export type ReplyVerdict = Pick<CheckResult, 'verdict' | 'findings' | 'pack'>

/**
 * The word of the gate on a text as if it were sent in this conversation now: with its subject, quote, address and sender.
 * A text that could not even be kept is blocked with what stands against it. Keeps nothing, and the log hears nothing.
 */
export async function checkReply(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly conversationId: ConversationId; readonly text: string },
): Promise<ReplyVerdict | Denied> {
  const own = ownText(wish.text, { pack: parts.pack })
  const right = { accountId: wish.accountId, permission: 'draft:write' } as const
  return readInAccount(parts, actor, right, async (step): Promise<ReplyVerdict | Denied> => {
    const conversation = await findConversation(step.tx, step.scope, wish.conversationId)
    if (!conversation) return MISSING
    const pack = await accountPack(step)
    if (!own.ok) return { verdict: 'blocked', findings: own.findings, pack: pack.id }
    const mailId = await newMailId(step, conversation.mailboxId)
    const { verdict } = await gateReply(step, conversation, { mailId, body: own.text })
    return verdictOn(own.text, verdict, pack)
  })
}

function verdictOn(text: OwnText, gate: GateVerdict, pack: PolicyPack): ReplyVerdict {
  const { verdict, findings } = check(text, { pack })
  if (!gate.ok) {
    const advice = findings.filter((finding) => !isBlocking(finding))
    return { verdict: 'blocked', findings: [...gate.findings, ...advice], pack: pack.id }
  }
  const isAdvised = verdict === 'clear' && gate.advice.length > 0
  return { verdict: isAdvised ? 'advice' : verdict, findings: gate.advice, pack: pack.id }
}
