import { after, DAY_MS } from '../base/clock.ts'
import type { Mailbox } from '../model/account.ts'
import { freshId, type QuarantineId } from '../model/ids.ts'
import type { QuarantineReason } from '../model/quarantined-mail.ts'
import type { RawText } from '../model/text.ts'
import { redact } from '../policy/redact/redact.ts'
import { findingHash } from '../seal/account-keys.ts'
import { sha256 } from '../seal/derive.ts'
import { newQuarantineKey, openQuarantineKey } from '../seal/quarantine-keys.ts'
import { sealSafeBody } from '../seal/sealed-body.ts'
import { sealRawMail } from '../seal/sealed-raw.ts'
import { announce } from '../store/change.ts'
import { insertQuarantine } from '../store/quarantine.ts'
import type { Step } from './in-account.ts'
import { quarantineExtractPlace, quarantineRawPlace } from './places.ts'
import { record } from './record.ts'

/** A quarantined mail is destroyed after this; until then a person can look at what it is. */
const RAW_KEPT_MS = 30 * DAY_MS

export interface UnplacedMail {
  readonly mailbox: Mailbox
  readonly bytes: Uint8Array
  readonly reason: QuarantineReason
  readonly headers: RawText
}

/**
 * Keeps a mail nobody could place: its headers redacted, its bytes sealed under a key of its own. It may be a buyer's,
 * so it gets the buyer's 24 hours. Keeping it twice is harmless.
 */
export async function quarantineMail(step: Step, mail: UnplacedMail): Promise<QuarantineId> {
  const { tx, scope, vault, parts, now } = step
  const id = freshId<QuarantineId>(parts.ids)
  const accountKey = await vault.accountKey()
  const wrappedKey = newQuarantineKey(accountKey, { account: scope.accountId, quarantine: id }, parts.random)
  const key = openQuarantineKey(accountKey, { account: scope.accountId, quarantine: id }, wrappedKey)
  const extract = redact(mail.headers, { pack: parts.pack }).text
  const body = sealSafeBody(key, quarantineExtractPlace(scope.accountId, id), { text: extract }, parts.random)
  const isNew = await insertQuarantine(tx, scope, {
    id,
    mailboxId: mail.mailbox.id,
    reason: mail.reason,
    receivedAt: now,
    dueAt: after(now, parts.pack.limits.answerMs.value),
    destroyAt: after(now, RAW_KEPT_MS),
    sizeBytes: mail.bytes.length,
    dedupe: findingHash(accountKey, 'dedupe', `raw|${sha256(mail.bytes)}`),
    wrappedKey,
    extract: body.sealed,
    raw: sealRawMail(key, quarantineRawPlace(scope.accountId, id), mail.bytes, parts.random),
  })
  if (!isNew) return id
  await record(step, {
    event: 'mail.quarantined',
    object: `quarantine:${id}`,
    codes: [mail.reason],
    body: { pc: body.pc, cc: body.cc, key: `quarantine:${id}` },
  })
  await announce(tx, scope, { type: 'quarantine', id, conversationId: undefined })
  return id
}
