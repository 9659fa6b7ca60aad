import type { Actor } from '../model/actor.ts'
import type { Draft } from '../model/draft.ts'
import type { Finding } from '../model/finding.ts'
import { type AccountId, type ConversationId, type DraftId, freshId } from '../model/ids.ts'
import type { OwnText } from '../model/text.ts'
import { ownText } from '../policy/redact/own-text.ts'
import { type SealedBody, sealOwnBody } from '../seal/sealed-body.ts'
import { findConversation } from '../store/conversation.ts'
import { deleteDraft, findDraft, insertDraft, updateDraft } from '../store/draft.ts'
import { type Denied, inAccount, MISSING, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { draftPlace } from './places.ts'
import { record, textKeyId } from './record.ts'

export interface DraftWish {
  readonly accountId: AccountId
  readonly conversationId: ConversationId
  readonly text: string
  /** The version the writer last saw; 0 when there was none. */
  readonly version: number
}

/** `changed`: another save came in between. `sensitive`: the text holds what must not be kept; it stays in the editor. */
export type SaveDraftOutcome =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly reason: 'changed'; readonly version: number }
  | { readonly ok: false; readonly reason: 'sensitive'; readonly findings: readonly Finding[] }
  | Denied

/** Saves what a person is writing: one draft a person and conversation, versions in order, an empty text drops it. */
export async function saveDraft(parts: DeskParts, actor: Actor, wish: DraftWish): Promise<SaveDraftOutcome> {
  const own = ownText(wish.text, { pack: parts.pack })
  const right = { accountId: wish.accountId, permission: 'draft:write' } as const
  return inAccount(parts, actor, right, async (step): Promise<SaveDraftOutcome> => {
    if (!(await findConversation(step.tx, step.scope, wish.conversationId))) return MISSING
    if (!own.ok) return refuse(step, wish, own.findings)
    return write(step, wish, own.text)
  })
}

async function write(step: Step, wish: DraftWish, text: OwnText): Promise<SaveDraftOutcome> {
  const { tx, scope, now } = step
  const { conversationId } = wish
  const known = await findDraft(tx, scope, conversationId)
  if ((known?.version ?? 0) !== wish.version) return { ok: false, reason: 'changed', version: known?.version ?? 0 }
  const id = known?.id ?? freshId<DraftId>(step.parts.ids)
  const body = await sealed(step, { conversationId, id, text })
  const saved = known
    ? await updateDraft(tx, scope, { id, from: known.version, body: body.sealed, changedAt: now })
    : await insertDraft(tx, scope, { id, conversationId, body: body.sealed, changedAt: now })
  if (!saved) return { ok: false, reason: 'changed', version: wish.version + 1 }
  await record(step, {
    event: 'draft.saved',
    object: `draft:${id}`,
    conversationId,
    body: { pc: body.pc, cc: body.cc, key: textKeyId(conversationId) },
  })
  return {
    ok: true,
    draft: { id, conversationId, personId: scope.personId, text, version: wish.version + 1, changedAt: now },
  }
}

async function refuse(step: Step, wish: DraftWish, findings: readonly Finding[]): Promise<SaveDraftOutcome> {
  const codes = [...new Set(findings.map((finding) => finding.rule))]
  const { conversationId } = wish
  await record(step, { event: 'draft.refused', object: `conversation:${conversationId}`, conversationId, codes })
  return { ok: false, reason: 'sensitive', findings }
}

async function sealed(
  step: Step,
  draft: { readonly conversationId: ConversationId; readonly id: DraftId; readonly text: OwnText },
): Promise<SealedBody> {
  const keys = await step.vault.livingKeys(draft.conversationId)
  const place = draftPlace(step.scope.accountId, draft.conversationId, draft.id)
  return sealOwnBody(keys.text, place, draft.text, step.parts.random)
}

/** Puts a text back as the person's draft, over whatever stands there: for a reply that was taken back. */
export async function restoreDraft(step: Step, conversationId: ConversationId, text: OwnText): Promise<void> {
  await deleteDraft(step.tx, step.scope, conversationId)
  const id = freshId<DraftId>(step.parts.ids)
  const body = await sealed(step, { conversationId, id, text })
  await insertDraft(step.tx, step.scope, { id, conversationId, body: body.sealed, changedAt: step.now })
}
