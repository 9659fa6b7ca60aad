import { after, DAY_MS } from '../../base/clock.ts'
import type { Mailbox } from '../../model/account.ts'
import { freshId, type QuarantineId } from '../../model/ids.ts'
import type { MailOnServer, QuarantineReason } from '../../model/quarantined-mail.ts'
import { redact } from '../../policy/redact/redact.ts'
import { findingHash } from '../../seal/account-keys.ts'
import type { Key } from '../../seal/aead.ts'
import { newQuarantineKey, openQuarantineKey } from '../../seal/quarantine-keys.ts'
import { sealSafeBody } from '../../seal/sealed-body.ts'
import { type SealedRaw, sealRawMail } from '../../seal/sealed-raw.ts'
import { announce } from '../../store/change.ts'
import { findOrigin } from '../../store/mailbox-position.ts'
import { insertQuarantine } from '../../store/quarantine.ts'
import type { Step } from '../in-account.ts'
import { quarantineExtractPlace, quarantineRawPlace } from '../places.ts'
import { record } from '../record.ts'
import type { ComingMail } from './coming-mail.ts'
import type { ReadMail } from './read-coming.ts'

/** A quarantined mail is destroyed after this; until then a person can look at what it is. */
const RAW_KEPT_MS = 30 * DAY_MS

export interface UnplacedMail {
  readonly mailbox: Mailbox
  readonly mail: ReadMail
  readonly reason: QuarantineReason
}

/**
 * Keeps a mail nobody could place: its headers redacted; its bytes sealed under a key of its own, unless its server
 * still has them. It may be a buyer's, so it gets the buyer's 24 hours. Returns nothing when it is kept already.
 */
export async function quarantineMail(
  step: Step,
  { mailbox, mail, reason }: UnplacedMail,
): Promise<QuarantineId | undefined> {
  const { tx, scope, vault, parts, now } = step
  const id = freshId<QuarantineId>(parts.ids)
  const accountKey = await vault.accountKey()
  const wrappedKey = newQuarantineKey(accountKey, { account: scope.accountId, quarantine: id }, parts.random)
  const key = openQuarantineKey(accountKey, { account: scope.accountId, quarantine: id }, wrappedKey)
  const extract = redact(mail.headers, { pack: parts.pack }).text
  const body = sealSafeBody(key, quarantineExtractPlace(scope.accountId, id), { text: extract }, parts.random)
  const isNew = await insertQuarantine(tx, scope, {
    id,
    mailboxId: mailbox.id,
    reason,
    receivedAt: now,
    dueAt: after(now, parts.pack.limits.answerMs.value),
    destroyAt: after(now, RAW_KEPT_MS),
    sizeBytes: mail.coming.sizeBytes,
    dedupe: findingHash(accountKey, 'dedupe', `mail|${mail.digest}`),
    wrappedKey,
    extract: body.sealed,
    ...(await whereItIs(step, { id, key, mailbox, coming: mail.coming })),
  })
  if (!isNew) return undefined
  await record(step, {
    event: 'mail.quarantined',
    object: `quarantine:${id}`,
    codes: [reason],
    body: { pc: body.pc, cc: body.cc, key: `quarantine:${id}` },
  })
  await announce(tx, scope, { type: 'quarantine', id, conversationId: undefined })
  return id
}

/** A mail of an IMAP server is fetched from there again when it is asked for; of any other the only copy is ours. */
async function whereItIs(
  { tx, scope, parts }: Step,
  of: { readonly id: QuarantineId; readonly key: Key; readonly mailbox: Mailbox; readonly coming: ComingMail },
): Promise<{
  readonly raw: SealedRaw | undefined
  readonly onServer: MailOnServer | undefined
}> {
  const { door, uidValidity, uid, bytes, isTooLarge } = of.coming
  if (door === 'imap' && uid !== undefined) {
    const origin = await findOrigin(tx, scope, of.mailbox.id)
    return { raw: undefined, onServer: { origin, uidValidity, uid } }
  }
  const place = quarantineRawPlace(scope.accountId, of.id)
  return { raw: isTooLarge ? undefined : sealRawMail(of.key, place, bytes, parts.random), onServer: undefined }
}
