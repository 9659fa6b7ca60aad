import type { Finding } from '../../model/finding.ts'
import type { ReplyRow } from '../../store/outbox.ts'

/** A reply for a program, without its text. */
export function replyData(reply: ReplyRow) {
  return {
    id: String(reply.id),
    conversationId: String(reply.conversationId),
    state: reply.state,
    reason: reply.reason ?? null,
    attempt: reply.attempt,
    isAcknowledgement: reply.isAcknowledgement,
    filed: reply.filed ?? null,
    createdAt: reply.createdAt.toISOString(),
    notBefore: reply.notBefore.toISOString(),
    sentAt: reply.sentAt?.toISOString() ?? null,
    copyMissingAt: reply.copyMissingAt?.toISOString() ?? null,
  }
}

/** A reply for a person: where it is, since when, and why. */
export function replyLine(reply: ReplyRow): string {
  const why = reply.reason === undefined ? '' : ` (${reply.reason})`
  const missing = reply.copyMissingAt === undefined ? '' : ', without the copy Amazon usually sends'
  return `${reply.id}  ${reply.changedAt.toISOString()}  ${reply.state}${why}${missing}  conversation ${reply.conversationId}`
}

/** What stands against a text, one line a finding. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, title, force, reason }) => `${rule} ${title} (${force}): ${reason}`)
}
