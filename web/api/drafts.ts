import type { DraftView } from '../../src/http/route/shapes.ts'
import type { Finding } from '../../src/model/finding.ts'
import { call } from './client.ts'
import type { ConversationPlace } from './conversations.ts'
import { conversationPath } from './conversations.ts'
import { isProblem } from './problem.ts'

/** `changed`: saved elsewhere since. `sensitive`: holds values that must not be kept. Both kept nothing. */
export type SaveDraftOutcome =
  | { readonly kind: 'saved'; readonly version: number; readonly changedAt: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'sensitive'; readonly findings: readonly Finding[] }

/** Saves over the version last known, 0 for none. Throws when the desk does not answer. */
export async function saveDraft(
  place: ConversationPlace,
  draft: { readonly text: string; readonly version: number },
): Promise<SaveDraftOutcome> {
  try {
    const saved = await call<DraftView>({ method: 'PUT', path: `${conversationPath(place)}/draft`, body: draft })
    return { kind: 'saved', version: saved.version, changedAt: saved.changedAt }
  } catch (error) {
    if (isProblem(error, 'thing.changed')) return { kind: 'changed' }
    if (isProblem(error, 'text.sensitive')) return { kind: 'sensitive', findings: error.findings }
    throw error
  }
}
