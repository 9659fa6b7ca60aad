import type { Draft } from '../model/draft.ts'
import { type ConversationId, type DraftId, freshId } from '../model/ids.ts'
import type { OwnText } from '../model/text.ts'
import { openOwnBody, sealOwnBody } from '../seal/sealed-body.ts'
import { findDraft, insertDraft, updateDraft } from '../store/draft.ts'
import type { Step } from './in-account.ts'
import { draftPlace } from './places.ts'
import { record, textKeyId } from './record.ts'

/**
 * The person's draft as it stands; undefined when none was ever written here, or its key is gone. One of an empty text
 * was dropped: its row stays, so that no version is used twice and no window writes over what it never saw.
 */
export async function readDraft(step: Step, conversationId: ConversationId): Promise<Draft | undefined> {
  const { tx, scope, vault } = step
  const row = await findDraft(tx, scope, conversationId)
  const keys = (await vault.keysOf([conversationId])).get(conversationId)
  if (!row || !keys?.text) return undefined
  const text = openOwnBody(keys.text, draftPlace(scope.accountId, conversationId, row.id), row.body)
  return { id: row.id, conversationId, personId: scope.personId, text, version: row.version, changedAt: row.changedAt }
}

/** The draft as people see it: none, when it was dropped. */
export function standing(draft: Draft | undefined): Draft | undefined {
  return draft?.text === '' ? undefined : draft
}

/**
 * Writes the draft that follows a known one, with its entry; whoever calls has the conversation locked. Undefined when
 * another save came in between, and nothing is written then.
 */
export async function writeDraft(
  step: Step,
  wish: { readonly conversationId: ConversationId; readonly known: Draft | undefined; readonly text: OwnText },
): Promise<Draft | undefined> {
  const { tx, scope, vault, parts, now } = step
  const { conversationId, known, text } = wish
  const id = known?.id ?? freshId<DraftId>(parts.ids)
  const keys = await vault.livingKeys(conversationId)
  const body = sealOwnBody(keys.text, draftPlace(scope.accountId, conversationId, id), text, parts.random)
  const row = { id, conversationId, body: body.sealed, changedAt: now }
  const isWritten = known
    ? await updateDraft(tx, scope, { ...row, from: known.version })
    : await insertDraft(tx, scope, row)
  if (!isWritten) return undefined
  await record(step, {
    event: 'draft.saved',
    object: `draft:${id}`,
    conversationId,
    body: { pc: body.pc, cc: body.cc, key: textKeyId(conversationId) },
  })
  return { id, conversationId, personId: scope.personId, text, version: (known?.version ?? 0) + 1, changedAt: now }
}
