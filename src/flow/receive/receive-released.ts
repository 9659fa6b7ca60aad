import type { Mailbox } from '../../model/account.ts'
import { DESK_PERSON } from '../../model/ids.ts'
import type { QuarantineReason } from '../../model/quarantined-mail.ts'
import { lockReceiving } from '../../store/thread.ts'
import { inAccount, type Step } from '../in-account.ts'
import type { ComingMail } from './coming-mail.ts'
import { placeMails, type PlacedMail } from './place-mails.ts'
import { readComing, type ReceiveMailParts } from './read-coming.ts'

/** `refused`: read again, it still has no place, for this reason. */
export type ReleaseOutcome =
  | { readonly kind: 'stored' | 'repeated' | 'noticed' }
  | { readonly kind: 'refused'; readonly reason: QuarantineReason }
  | { readonly kind: 'no-mailbox' }

/**
 * Takes in a quarantined mail that a person released: suspicion of its sender no longer holds it, and it stays
 * unverified. It is in the ledger since it came. `settle` runs in the same transaction and writes that it was released.
 */
export async function receiveReleased(
  parts: ReceiveMailParts,
  mailbox: Mailbox,
  wish: { readonly coming: ComingMail; settle(step: Step): Promise<void> },
): Promise<ReleaseOutcome> {
  const read = await readComing(parts, mailbox, { coming: wish.coming, trust: 'trusted-by-person' })
  const { content } = read
  if (content.kind === 'unplaced') return { kind: 'refused', reason: content.reason }
  const unverified =
    content.kind === 'message'
      ? { ...read, content: { ...content, message: { ...content.message, authenticity: 'unverified' as const } } }
      : read
  const actor = { personId: DESK_PERSON, tokenId: undefined }
  const right = { accountId: mailbox.accountId, permission: 'mail:receive' } as const
  const released = await inAccount(parts, actor, right, async (step): Promise<ReleaseOutcome> => {
    await lockReceiving(step.tx, step.scope)
    const [placed] = await placeMails(step, mailbox, [unverified])
    if (!placed || placed.outcome === 'quarantined' || isStillSetAside(placed)) {
      return { kind: 'refused', reason: 'ambiguous' }
    }
    await wish.settle(step)
    return { kind: placed.outcome }
  })
  return 'ok' in released ? { kind: 'no-mailbox' } : released
}

/** A notice that only one of our replies has room for. When it repeats a mail, that is the quarantined one, itself. */
function isStillSetAside({ mail: { content }, outcome }: PlacedMail): boolean {
  return outcome === 'repeated' && content.kind === 'notice' && content.otherwise === undefined
}
