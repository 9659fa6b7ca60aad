import { systemClock } from '../../src/base/clock.ts'
import type { ResolveTxt } from '../../src/parse/dkim-keys.ts'
import { createMailroom } from '../../sim/amazon-relay/mail/mailroom.ts'
import { createSigningKey } from '../../sim/amazon-relay/mail/signing-key.ts'
import { seededRandom } from '../../sim/amazon-relay/random.ts'
import { createThreads } from '../../sim/amazon-relay/thread.ts'
import { createTokens } from '../../sim/amazon-relay/tokens.ts'

/** Signed mails of buyers, the same in every run but for their key, and who knows that key. */
export interface MadeMails {
  readonly mails: readonly string[]
  readonly averageBytes: number
  readonly resolveTxt: ResolveTxt
}

const SEED = 3
/** How many mails one buyer writes. */
const MAILS_A_THREAD = 3

const TEXTS = [
  'Hello, my parcel was to come on Tuesday and has not arrived. The tracking page says nothing new since the weekend. Could you please look where it is? I need the kettle for a birthday on Friday, and the neighbours have not got it either. Thank you very much in advance.',
  'Guten Tag, der Wasserkocher ist heute angekommen, aber der Deckel schließt nicht. Ich habe ihn mehrmals auf- und zugemacht. Können Sie mir bitte einen neuen Deckel schicken oder sagen, wie die Rücksendung geht? Vielen Dank und freundliche Grüße',
  'Bonjour, la couleur reçue ne correspond pas à celle de la commande : j’avais choisi le bleu et j’ai reçu le gris. Comment faire pour échanger ? Merci de votre aide.',
  'Buongiorno, vorrei sapere se questo bollitore funziona anche sui piani a induzione e se il manico diventa caldo. Grazie mille e buona giornata.',
] as const

/** Makes mails as the simulated Amazon writes and signs them. */
export async function makeMails(count: number, mailbox: string): Promise<MadeMails> {
  const key = await createSigningKey()
  const tokens = createTokens(seededRandom(SEED))
  const threads = createThreads(tokens)
  const mailroom = createMailroom({ key, tokens, clock: systemClock })
  const desk = { door: undefined, mailbox, approvedSenders: [mailbox], language: 'en' } as const
  const mails: string[] = []
  let sizeBytes = 0
  for (let at = 0; at < count; at += 1) {
    const buyer = Math.floor(at / MAILS_A_THREAD)
    const text = TEXTS[at % TEXTS.length] ?? ''
    const orderId = `302-${String(1_000_000 + buyer)}-${String(2_000_000 + buyer)}`
    const request = {
      name: `Buyer ${buyer}`,
      text: `${text}\n\n${at}`,
      orderId,
      alias: `bench${String(buyer).padStart(9, '0')}`,
    }
    const thread = threads.open(request, 'en')
    const [mail] = await mailroom.buyerMails({ thread, request, desk, messageToken: tokens.link() })
    if (!mail) throw new Error('the mailroom makes a mail of each request')
    mails.push(Buffer.from(mail.raw).toString('latin1'))
    sizeBytes += mail.raw.length
  }
  const resolveTxt: ResolveTxt = async (name) => (name.startsWith(`${key.selector}._domainkey.`) ? [[key.record]] : [])
  return { mails, averageBytes: Math.round(sizeBytes / count), resolveTxt }
}
