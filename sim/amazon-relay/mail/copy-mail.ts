import type { Language } from '../marketplaces.ts'
import type { Thread } from '../thread.ts'
import { escapeHtml } from './html.ts'
import { markerLine } from './words.ts'

interface CopyWords {
  readonly subject: (buyer: string) => string
  readonly intro: (buyer: string) => string
  readonly order: (id: string) => string
  readonly begin: string
  readonly end: string
  readonly regards: string
  readonly wasHelpful: string
}

/** Copies have marker words of their own, other than those around a buyer's message. */
const COPY_WORDS: Readonly<Record<Language, CopyWords>> = {
  en: {
    subject: (buyer) => `Your email to ${buyer}`,
    intro: (buyer) => `Dear seller, Here is a copy of the email that you sent to ${buyer}.`,
    order: (id) => `Order ID ${id}:`,
    begin: 'Begin message',
    end: 'End message',
    regards: 'Sincerely,',
    wasHelpful: 'Was this email helpful?',
  },
  de: {
    subject: (buyer) => `Ihre E-Mail an ${buyer}`,
    intro: (buyer) => `Guten Tag, hier ist eine Kopie der E-Mail, die Sie an ${buyer} gesendet haben.`,
    order: (id) => `Bestellnummer ${id}:`,
    begin: 'Anfang der Nachricht',
    end: 'Ende der Nachricht',
    regards: 'Freundliche Grüße',
    wasHelpful: 'War diese E-Mail hilfreich?',
  },
  fr: {
    subject: (buyer) => `Votre e-mail à ${buyer}`,
    intro: (buyer) => `Bonjour, voici une copie de l’e-mail que vous avez envoyé à ${buyer}.`,
    order: (id) => `Commande n° ${id} :`,
    begin: 'Début du message',
    end: 'Fin du message',
    regards: 'Cordialement,',
    wasHelpful: 'Cet e-mail vous a-t-il été utile ?',
  },
  it: {
    subject: (buyer) => `La tua e-mail a ${buyer}`,
    intro: (buyer) => `Gentile venditore, ecco una copia dell’e-mail che hai inviato a ${buyer}.`,
    order: (id) => `Ordine n. ${id}:`,
    begin: 'Inizio messaggio',
    end: 'Fine messaggio',
    regards: 'Cordiali saluti,',
    wasHelpful: 'Questa e-mail è stata utile?',
  },
  es: {
    subject: (buyer) => `Su e-mail a ${buyer}`,
    intro: (buyer) => `Estimado vendedor: Esta es una copia del e-mail que ha enviado a ${buyer}.`,
    order: (id) => `Pedido n.º ${id}:`,
    begin: 'Iniciar mensaje',
    end: 'Finalizar mensaje',
    regards: 'Atentamente,',
    wasHelpful: '¿Le ha resultado útil este e-mail?',
  },
  ja: {
    subject: (buyer) => `${buyer}様へのEメール`,
    intro: (buyer) => `出品者様 ${buyer}様に送信されたEメールのコピーをお送りします。`,
    order: (id) => `注文番号 ${id}:`,
    begin: 'メッセージはここから',
    end: 'メッセージはここまで',
    regards: '今後ともよろしくお願いいたします。',
    wasHelpful: 'このEメールは役に立ちましたか？',
  },
  pt: {
    subject: (buyer) => `Seu e-mail para ${buyer}`,
    intro: (buyer) => `Prezado vendedor, Aqui está uma cópia do e-mail que você enviou para ${buyer}.`,
    order: (id) => `Pedido nº ${id}:`,
    begin: 'Iniciar mensagem',
    end: 'Mensagem final',
    regards: 'Atenciosamente,',
    wasHelpful: 'Este e-mail foi útil?',
  },
}

/** Amazon's copy of a reply that reached its buyer: HTML only, without alias and case. */
export function copyMail(options: { thread: Thread; language: Language; text: string; tokenDigits: string }): {
  readonly subject: string
  readonly html: string
} {
  const { thread, language, text, tokenDigits } = options
  const words = COPY_WORDS[language]
  const shop = `Amazon.${thread.marketplace.tld}`
  const site = `http://www.amazon.${thread.marketplace.tld}`
  const parts = [
    escapeHtml(words.intro(thread.buyerName)),
    ...(thread.order === undefined ? [] : [escapeHtml(words.order(thread.order.id))]),
    markerLine(words.begin),
    escapeHtml(text.trim()).replaceAll('\n', '<br>\n'),
    markerLine(words.end),
    `${words.regards} ${shop} <a href="${site}">${site}</a>`,
    `${words.wasHelpful} [commMgrTok:A${tokenDigits}]`,
  ]
  return {
    subject: words.subject(thread.buyerName),
    html: `<html><body><div>${parts.join('<br>\n')}</div></body></html>`,
  }
}
