/** Words of Amazon's frame around a message in one language: what a test sends, not what the reader looks for. */
export interface Frame {
  readonly greeting: string
  readonly begin: string
  readonly end: string
  readonly helpful: string
  readonly solve: string
}

export const FRAMES = {
  en: {
    greeting: 'You have received a message.',
    begin: 'Message: ',
    end: 'End message',
    helpful: 'Was this email helpful?',
    solve: 'Resolve case',
  },
  de: {
    greeting: 'Sie haben eine Nachricht erhalten.',
    begin: 'Nachricht: ',
    end: 'Ende der Nachricht',
    helpful: 'War diese E-Mail hilfreich?',
    solve: 'Fall lösen',
  },
  fr: {
    greeting: 'Vous avez reçu un message.',
    begin: 'Message: ',
    end: 'Fin du message',
    helpful: 'Cet e-mail vous a-t-il aidé ?',
    solve: 'Résoudre le cas',
  },
  it: {
    greeting: 'Hai ricevuto un messaggio.',
    begin: 'Messaggio: ',
    end: 'Fine messaggio',
    helpful: 'Questa e-mail è stata utile?',
    solve: 'Risolvi caso',
  },
  es: {
    greeting: 'Ha recibido un mensaje.',
    begin: 'Message: ',
    end: 'Finalizar mensaje',
    helpful: '¿Le ha servido este e-mail?',
    solve: 'Resolver caso',
  },
  nl: {
    greeting: 'Je hebt een bericht ontvangen.',
    begin: 'Bericht: ',
    end: 'Einde bericht',
    helpful: 'Was deze e-mail nuttig?',
    solve: 'Zaak oplossen',
  },
  pl: {
    greeting: 'Otrzymano wiadomość.',
    begin: 'Wiadomość: ',
    end: 'Koniec wiadomości',
    helpful: 'Czy ten e-mail był pomocny?',
    solve: 'Rozwiąż sprawę',
  },
  sv: {
    greeting: 'Du har fått ett meddelande.',
    begin: 'Meddelande: ',
    end: 'Avsluta meddelande',
    helpful: 'Var det här till hjälp?',
    solve: 'Lös ärendet',
  },
  pt: {
    greeting: 'Você recebeu uma mensagem.',
    begin: 'Mensagem: ',
    end: 'Encerrar mensagem',
    helpful: 'Este e-mail foi útil?',
    solve: 'Solucionar o caso',
  },
  ja: {
    greeting: 'メッセージを受け取りました。',
    begin: 'メッセージはここから',
    end: 'メッセージはここまで',
    helpful: 'このEメールは役に立ちましたか？',
    solve: 'ケースを解決',
  },
  tr: {
    greeting: 'Bir mesaj aldınız.',
    begin: 'Mesaj: ',
    end: 'Mesajı sonlandır',
    helpful: 'Bu e-posta faydalı oldu mu?',
    solve: 'Vakayı çöz',
  },
  ar: {
    greeting: 'لقد تلقيت رسالة.',
    begin: 'الرسالة: ',
    end: 'نهاية الرسالة',
    helpful: 'هل كانت هذه الرسالة مفيدة؟',
    solve: 'حل الحالة',
  },
} as const satisfies Readonly<Record<string, Frame>>
export type FrameLanguage = keyof typeof FRAMES

export const MESSAGE_TOKEN = 'AMSHAPE0001'
export const THREAD_TOKEN = 'ATSHAPE0001'
export const PRE_STYLE =
  'white-space: pre-wrap; white-space: -moz-pre-wrap; white-space: -pre-wrap; white-space: -o-pre-wrap; word-wrap: break-word; color: black'

/** A message to be framed. */
export interface Framed {
  readonly tld: string
  readonly language: FrameLanguage
  readonly text: string
  readonly orderId?: string
  readonly title?: string
  /** How a marker is drawn. */
  readonly marker?: (words: string) => string
}

/** Amazon's plain part around a buyer's words. */
export function plainFrame(framed: Framed): string {
  const { language, text, marker = dashes } = framed
  const words = FRAMES[language]
  return [words.greeting, ...orderBlock(framed), marker(words.begin), text, marker(words.end), footer(framed)].join(
    '\n\n',
  )
}

/** Amazon's HTML part: the words in its only `<pre>`, no markers. */
export function htmlFrame(framed: Framed): string {
  const words = FRAMES[framed.language]
  const rows = [words.greeting, ...orderBlock(framed).map((block) => block.replace('\n', ' '))]
  return [
    `<html><body><table>${rows.map((row) => `<tr><td>${row}</td></tr>`).join('')}</table>`,
    `<pre style="${PRE_STYLE}">${escaped(framed.text)}</pre>`,
    `<p><a href="${escaped(surveyLink(framed.tld))}">${words.helpful}</a></p>`,
    `<p><a href="${escaped(noResponseLink(framed.tld))}">${words.solve}</a></p>`,
    '<p>Copyright 2026 Amazon, Inc.</p><p>SPC-EUAmazon-0000000000000042</p></body></html>',
  ].join('\n')
}

/** What stands below the end marker. */
export function footer({ tld, language }: Pick<Framed, 'tld' | 'language'>): string {
  const words = FRAMES[language]
  return [
    `${words.helpful}\n${surveyLink(tld)}`,
    `${words.solve}\n${noResponseLink(tld)}`,
    '--------------------------',
    'Copyright 2026 Amazon, Inc.',
    'SPC-EUAmazon-0000000000000042',
  ].join('\n\n')
}

/** A footer of the same shape that names another message: what a buyer quotes or makes up. */
export function foreignFooter(tld: string): string {
  return footer({ tld, language: 'en' }).replace(MESSAGE_TOKEN, 'AMFOREIGN01').replace(THREAD_TOKEN, 'ATFOREIGN01')
}

export function dashes(words: string): string {
  return `------------- ${words} -------------`
}

function orderBlock({ orderId, title = 'Erfundenes Ding' }: Framed): readonly string[] {
  return orderId === undefined ? [] : [`# ${orderId}:\n1 / ${title} [ASIN: B0SHAPE001]`]
}

function surveyLink(tld: string): string {
  return `https://sellercentral.amazon.${tld}/gp/satisfaction/survey-form.html?ie=UTF8&HMDName=NotificationBusEmailHMD`
}

function noResponseLink(tld: string): string {
  return `https://sellercentral.amazon.${tld}/messaging/no-response-needed?t=${THREAD_TOKEN}&m=${MESSAGE_TOKEN}&c=A0&h=0&s=1`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
