import type { Mailbox } from '../../model/account.ts'
import type { ArrivalOutcome } from '../../model/arrival.ts'
import type { QuarantineReason } from '../../model/quarantined-mail.ts'
import type { Step } from '../in-account.ts'
import type { IncomingMessage } from './incoming-message.ts'
import { quarantineMail } from './quarantine-mail.ts'
import type { ReadMail } from './read-coming.ts'
import { recordNotice } from './record-notice.ts'
import { storeMessages } from './store-messages.ts'

/** A mail and what became of it. */
export interface PlacedMail {
  readonly mail: ReadMail
  readonly outcome: ArrivalOutcome
  /** The message or quarantined mail it is now. */
  readonly objectId: number | undefined
}

/**
 * Finds the place of each mail of a batch: messages first, since a notice may tell of their conversation; then what
 * tells of our replies; a notice of an unknown reply is shown in the conversation of its order; the rest is set aside.
 */
export async function placeMails(
  step: Step,
  mailbox: Mailbox,
  mails: readonly ReadMail[],
): Promise<readonly PlacedMail[]> {
  const placed = new Map<ReadMail, PlacedMail>()
  const put = (mail: ReadMail, outcome: ArrivalOutcome, objectId?: number) =>
    placed.set(mail, { mail, outcome, objectId })
  const asMessages = async (wished: readonly (readonly [ReadMail, IncomingMessage])[]): Promise<void> => {
    const stored = await storeMessages(
      step,
      mailbox,
      wished.map(([, message]) => message),
    )
    for (const [at, { outcome, id }] of stored.entries()) {
      const mail = wished[at]?.[0]
      if (mail) put(mail, outcome, id)
    }
  }

  await asMessages(
    mails.flatMap((mail) => (mail.content.kind === 'message' ? [[mail, mail.content.message] as const] : [])),
  )
  const shown: (readonly [ReadMail, IncomingMessage])[] = []
  for (const mail of mails) {
    const { content } = mail
    if (content.kind !== 'notice') continue
    if (await recordNotice(step, content.notice)) put(mail, 'noticed')
    else if (content.otherwise) shown.push([mail, content.otherwise])
  }
  await asMessages(shown)
  for (const mail of mails) {
    if (placed.has(mail)) continue
    put(mail, ...(await setAside(step, mailbox, mail)))
  }
  return mails.flatMap((mail) => placed.get(mail) ?? [])
}

async function setAside(step: Step, mailbox: Mailbox, mail: ReadMail): Promise<readonly [ArrivalOutcome, number?]> {
  const { content } = mail
  const reason: QuarantineReason = content.kind === 'unplaced' ? content.reason : 'ambiguous'
  const id = await quarantineMail(step, { mailbox, mail, reason })
  return id === undefined ? ['repeated'] : ['quarantined', id]
}
