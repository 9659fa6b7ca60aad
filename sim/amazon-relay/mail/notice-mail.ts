import type { Language } from '../marketplaces.ts'
import type { Thread } from '../thread.ts'
import { escapeHtml } from './html.ts'

/** A mail of Amazon's that says that a reply did not reach its buyer. */
export interface NoticeMail {
  readonly subject: string
  readonly html: string
}

/** The buyer opted out. The wording is known in English and Italian; other sellers get the English one. */
export function optOutMail(options: { thread: Thread; language: Language; at: Date }): NoticeMail {
  return options.language === 'it' ? italianOptOut(options) : englishOptOut(options)
}

/** The reply broke the communication guidelines. The wording is known in English only. */
export function guidelinesMail(thread: Thread): NoticeMail {
  return {
    subject: 'Your message to the buyer was not delivered.',
    html: page([
      `We were unable to deliver the message you sent${forOrder(thread)}.`,
      'Your message was not delivered because it did not meet our communication guidelines.',
      'Messages to buyers must not contain email addresses, telephone numbers or links that are not needed to complete the order. Please remove them and reply to the original message again.',
    ]),
  }
}

/** The reply came from an address that is not approved. The wording is known in English only. */
export function unapprovedSenderMail(thread: Thread): NoticeMail {
  return {
    subject: 'Your message to the buyer was not delivered.',
    html: page([
      `We were unable to deliver the message you sent${forOrder(thread)}.`,
      'Your message was not delivered because it was sent from an address that is not approved for your seller account.',
      'Add the address to your approved senders in Seller Central, or send from an approved one.',
    ]),
  }
}

function englishOptOut({ thread, at }: { thread: Thread; at: Date }): NoticeMail {
  return {
    subject: 'Your message to the buyer was not delivered.',
    html: page(
      [
        `We were unable to deliver the message you sent to ${thread.buyerName} on ${dayOf(at)}${forOrder(thread)} because the buyer has chosen to opt out of receiving unsolicited messages from sellers.`,
        'If you tried to respond to a buyer, please respond on the original message thread (instead of starting a new thread) and make sure that his or her original message is included in your reply.',
      ],
      writeAnyway(
        'You may put the word [Important] into the subject of your',
        'email to the buyer',
        thread,
        '[Important]',
      ),
    ),
  }
}

function italianOptOut({ thread, at }: { thread: Thread; at: Date }): NoticeMail {
  const order = thread.order === undefined ? '' : ` per l'ordine [${thread.order.id}]`
  return {
    subject: "Il tuo messaggio all'acquirente non è stato consegnato.",
    html: page(
      [
        `non siamo stati in grado di recapitare il messaggio che hai inviato a ${thread.buyerName} il ${dayOf(at)}${order} perché l'acquirente ha scelto di non ricevere messaggi non richiesti dai venditori.`,
        'ti invitiamo a rispondere al messaggio originale del cliente (invece di avviare una nuova discussione) e di assicurarti che il messaggio iniziale sia incluso nella tua risposta.',
      ],
      writeAnyway(
        "puoi includere la parola [Importante] nell'oggetto della tua",
        "e-mail all'acquirente",
        thread,
        '[Importante]',
      ),
    ),
  }
}

function writeAnyway(sentence: string, label: string, thread: Thread, tag: string): string {
  return `<p>${escapeHtml(sentence)} <a href="mailto:${thread.relayAddress}?subject= ${tag}">${escapeHtml(label)}</a></p>`
}

function page(sentences: readonly string[], more = ''): string {
  return `<html><body>${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n')}${more}</body></html>`
}

function forOrder({ order }: Thread): string {
  return order === undefined ? '' : ` for order [${order.id}]`
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
