import type { Actor } from '../model/actor.ts'
import type { Draft } from '../model/draft.ts'
import type { Finding } from '../model/finding.ts'
import type { AccountId, ConversationId } from '../model/ids.ts'
import type { OwnText } from '../model/text.ts'
import { ownText } from '../policy/redact/own-text.ts'
import { lockConversation } from '../store/conversation.ts'
import { type Denied, inAccount, MISSING, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { record } from './record.ts'
import { readDraft, standing, writeDraft } from './write-draft.ts'

export interface DraftWish {
  readonly accountId: AccountId
  readonly conversationId: ConversationId
  /** An empty one drops the draft. */
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
    if (!(await lockConversation(step.tx, step.scope, wish.conversationId))) return MISSING
    if (!own.ok) return refuse(step, wish, own.findings)
    return save(step, wish, own.text)
  })
}

async function save(step: Step, wish: DraftWish, text: OwnText): Promise<SaveDraftOutcome> {
  const { conversationId, version } = wish
  const known = await readDraft(step, conversationId)
  const isSeen = version === (known?.version ?? 0) || (version === 0 && standing(known) === undefined)
  const draft = isSeen ? await writeDraft(step, { conversationId, known, text }) : undefined
  return draft ? { ok: true, draft } : { ok: false, reason: 'changed', version: known?.version ?? 0 }
}

async function refuse(step: Step, wish: DraftWish, findings: readonly Finding[]): Promise<SaveDraftOutcome> {
  const codes = [...new Set(findings.map((finding) => finding.rule))]
  const { conversationId } = wish
  await record(step, { event: 'draft.refused', object: `conversation:${conversationId}`, conversationId, codes })
  return { ok: false, reason: 'sensitive', findings }
}
