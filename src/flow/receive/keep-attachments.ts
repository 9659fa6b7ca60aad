import { after, DAY_MS } from '../../base/clock.ts'
import { type AttachmentId, freshId } from '../../model/ids.ts'
import { newAttachmentKey } from '../../seal/attachment-keys.ts'
import { sealSafeBody } from '../../seal/sealed-body.ts'
import { sealRawMail } from '../../seal/sealed-raw.ts'
import { insertAttachments, type NewAttachment } from '../../store/attachment.ts'
import type { Step } from '../in-account.ts'
import { attachmentNamePlace, attachmentRawPlace } from '../places.ts'
import { type Happening, recordAll } from '../record.ts'
import type { PlacedMessage } from './placed-message.ts'

/** An attachment is destroyed after this; the original is in Seller Central. */
const KEPT_MS = 30 * DAY_MS

/** Seals the attachments of new messages, each under a key of its own. What is not kept is listed all the same. */
export async function keepAttachments(step: Step, placed: readonly PlacedMessage[]): Promise<void> {
  const rows: NewAttachment[] = []
  const happenings: Happening[] = []
  for (const each of placed) {
    if (each.message.attachments.length === 0) continue
    const kept = await sealAll(step, each)
    rows.push(...kept)
    happenings.push({
      event: 'attachment.kept',
      object: `message:${each.id}`,
      conversationId: each.thread.id,
      codes: [`count:${kept.length}`, ...new Set(kept.map(({ kind }) => `kind:${kind}`))],
    })
  }
  await insertAttachments(step.tx, step.scope, rows)
  await recordAll(step, happenings)
}

async function sealAll(
  step: Step,
  { id: messageId, message, thread }: PlacedMessage,
): Promise<readonly NewAttachment[]> {
  const { scope, vault, parts, now } = step
  const { person } = await vault.livingKeys(thread.id)
  return message.attachments.map((attachment, position) => {
    const id = freshId<AttachmentId>(parts.ids)
    const { key, wrapped } = newAttachmentKey(person, { account: scope.accountId, attachment: id }, parts.random)
    const name = sealSafeBody(
      key,
      attachmentNamePlace(scope.accountId, thread.id, id),
      { text: attachment.name },
      parts.random,
    )
    const place = attachmentRawPlace(scope.accountId, thread.id, id)
    return {
      id,
      messageId,
      conversationId: thread.id,
      position,
      kind: attachment.kind,
      isRisky: attachment.isRisky,
      sizeBytes: attachment.sizeBytes,
      destroyAt: after(now, KEPT_MS),
      wrappedKey: wrapped,
      name: name.sealed,
      raw: attachment.content && sealRawMail(key, place, attachment.content, parts.random),
    }
  })
}
