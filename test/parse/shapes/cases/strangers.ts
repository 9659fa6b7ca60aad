import type { MailSpec } from '../mail-bytes.ts'
import type { Meaning, ShapeCase } from '../meanings.ts'
import { plainFrame } from '../template.ts'

const MESSAGE = plainFrame({ tld: 'de', language: 'de', text: 'Hallo', orderId: '302-7654321-1234567' })
const OTHER = { kind: 'other' }
const LOOK_ALIKE = { kind: 'suspect', reason: 'look-alike' }
const IMPERSONATION = { kind: 'suspect', reason: 'impersonation' }

/** Mails that hold Amazon's words and are not Amazon's. */
export const STRANGER_CASES: readonly ShapeCase[] = [
  stranger('a message forwarded inline', 'kollege@shop.example', {}, OTHER),
  stranger(
    'a message forwarded as an attachment',
    'kollege@shop.example',
    {
      text: 'Siehe Anhang.',
      attachment: {
        type: 'message/rfc822',
        name: 'nachricht.eml',
        content: `From: "Ada" <alias000001@marketplace.amazon.de>\nSubject: Frage\nX-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT\n\n${MESSAGE}`,
      },
    },
    OTHER,
  ),
  stranger(
    'a relay address as the name of another',
    'x@evil.example',
    { from: ['alias000001@marketplace.amazon.de', 'x@evil.example'] },
    IMPERSONATION,
  ),
  stranger('a relay with more behind it', 'alias000001@marketplace.amazon.com.evil.example', {}, LOOK_ALIKE),
  stranger('a relay below a stranger’s name', 'alias000001@marketplace.amazon.de.evil.example', {}, LOOK_ALIKE),
  stranger('a relay of no marketplace', 'alias000001@marketplace.amazon.xx', {}, LOOK_ALIKE),
  stranger('one letter changed', 'alias000001@marketplace.amazom.de', {}, LOOK_ALIKE),
  stranger('a digit for a letter', 'donotreply@amaz0n.com', {}, LOOK_ALIKE),
  stranger('a letter of another script', 'donotreply@аmazon.com', {}, LOOK_ALIKE),
  stranger('punycode', 'donotreply@xn--mazon-3ve.com', {}, LOOK_ALIKE),
  stranger('a name put together', 'service@amazon-seller-support.example', {}, LOOK_ALIKE),
  stranger('a name of Seller Central', 'login@seller-central.example', {}, LOOK_ALIKE),
  stranger('a display name', 'x@evil.example', { from: ['Amazon.de Kundenservice', 'x@evil.example'] }, IMPERSONATION),
  stranger(
    'a display name in letters apart',
    'x@evil.example',
    { from: ['A m a z o n', 'x@evil.example'] },
    IMPERSONATION,
  ),
  stranger('a display name in Japanese', 'x@evil.example', { from: ['アマゾン', 'x@evil.example'] }, IMPERSONATION),
  stranger(
    'a type header',
    'x@evil.example',
    { headers: { 'X-Space-Notification-Type': 'A_Z_CLAIM_RESPONDENT_NOTIFY' } },
    IMPERSONATION,
  ),
  stranger('a quoted local part', '"alias000001@marketplace.amazon.de x"@evil.example', {}, OTHER),
  stranger('a host below Amazon’s that sends to nobody', 'x@mail.amazon.de', {}, OTHER),
]

function stranger(varies: string, address: string, mail: Partial<MailSpec>, means: Meaning): ShapeCase {
  return { varies, mail: { from: ['Ada', address], subject: 'Fwd: Frage', text: MESSAGE, ...mail }, means }
}
