import { saveDraft, type SaveDraftOutcome } from '../../flow/save-draft.ts'
import { showDraft } from '../../flow/show-draft.ts'
import type { ConversationId } from '../../model/ids.ts'
import { asGuest, type Refusal } from '../as-guest.ts'
import { EXIT, say, talk } from '../output.ts'
import type { Doors } from '../running-desk.ts'
import { type AnswerOptions, inItsAccount, isRefusal, numberOf } from './find.ts'
import { findingLines } from './reply-report.ts'
import { textOf } from './text-argument.ts'

export interface DraftOptions extends AnswerOptions {
  /** The version that is written over; the newest one when it is left out. */
  readonly seen?: number
  readonly drop?: boolean
}

/** Shows one's own draft of a conversation, or saves one from a file. An empty text, or `--drop`, drops it. */
export function draft(
  doors: Doors,
  wish: { readonly conversation: string; readonly file: string | undefined },
  options: DraftOptions,
): Promise<number> {
  return asGuest(doors, options, async (guest) => {
    const conversationId = numberOf<ConversationId>(wish.conversation)
    if (isRefusal(conversationId)) return conversationId
    const known = await inItsAccount(guest, options, async (accountId) => {
      const shown = await showDraft(guest.parts, guest.owner, { accountId, conversationId })
      return 'ok' in shown ? shown : { ...shown, accountId }
    })
    if (isRefusal(known)) return known
    if (wish.file === undefined && options.drop !== true) return show(known.draft, options)
    const text = options.drop === true ? '' : await textOf(wish.file)
    const version = options.seen ?? known.version
    return tell(
      await saveDraft(guest.parts, guest.owner, { accountId: known.accountId, conversationId, text, version }),
    )
  })
}

function show(known: { readonly text: string; readonly version: number } | undefined, { json }: DraftOptions): number {
  if (json) say(JSON.stringify(known ? { text: known.text, version: known.version } : null))
  else if (known) say(known.text)
  else talk('You have no draft here.')
  return EXIT.ok
}

function tell(saved: SaveDraftOutcome): number | Refusal {
  if (saved.ok) {
    talk(saved.draft.text === '' ? 'The draft is dropped.' : `Saved as version ${saved.draft.version}.`)
    return EXIT.ok
  }
  if (saved.reason === 'sensitive') {
    for (const line of findingLines(saved.findings)) talk(line)
    return { exit: EXIT.findings, says: 'Nothing is saved: take these values out of the text.' }
  }
  if (saved.reason === 'changed') {
    return {
      exit: EXIT.findings,
      says: `Nothing is saved: there is version ${saved.version} meanwhile. Look at it first.`,
    }
  }
  return { exit: EXIT.usage, says: 'The conversation is gone.' }
}
