import type { RuleId } from '../../model/policy-pack.ts'
import type { LanguageGuess } from './language.ts'

type Subject = 'contact' | 'link' | 'secret'

/** What a sentence that broke a rule becomes: one that says the allowed way. Languages without one: the sentence is deleted. */
const SENTENCES: Readonly<Record<Subject, Readonly<Record<string, string>>>> = {
  contact: {
    en: 'Please reply to this message here on Amazon, and we will help you.',
    de: 'Bitte antworten Sie hier bei Amazon auf diese Nachricht, dann helfen wir Ihnen weiter.',
    fr: 'Merci de répondre à ce message ici, sur Amazon, et nous vous aiderons.',
    it: 'La preghiamo di rispondere a questo messaggio qui su Amazon, così potremo aiutarla.',
    es: 'Por favor, responda a este mensaje aquí, en Amazon, y le ayudaremos.',
    ja: 'お手数ですが、このAmazonのメッセージにご返信ください。',
    nl: 'Beantwoord dit bericht hier op Amazon, dan helpen wij u verder.',
    pl: 'Prosimy odpowiedzieć na tę wiadomość tutaj, w serwisie Amazon, a pomożemy.',
    sv: 'Svara gärna på det här meddelandet här på Amazon, så hjälper vi dig.',
    pt: 'Por favor, responda a esta mensagem aqui na Amazon e nós ajudaremos.',
    tr: 'Lütfen bu mesajı buradan, Amazon üzerinden yanıtlayın, size yardımcı olalım.',
  },
  link: {
    en: 'You can find everything about your order under Your Orders on Amazon.',
    de: 'Alles zu Ihrer Bestellung finden Sie bei Amazon unter Meine Bestellungen.',
    fr: 'Vous trouverez tout sur votre commande dans Vos commandes, sur Amazon.',
    it: 'Trova tutto sul suo ordine su Amazon, nella sezione I miei ordini.',
    es: 'Encontrará todo sobre su pedido en Amazon, en Mis pedidos.',
    ja: 'ご注文の詳細は、Amazonの注文履歴でご確認いただけます。',
    nl: 'U vindt alles over uw bestelling op Amazon onder Mijn bestellingen.',
    pl: 'Wszystko o zamówieniu znajduje się w serwisie Amazon w zakładce Twoje zamówienia.',
    sv: 'Allt om din beställning finns på Amazon under Mina beställningar.',
    pt: 'Encontra tudo sobre o seu pedido na Amazon, em Os seus pedidos.',
    tr: 'Siparişinizle ilgili her şeyi Amazon üzerinde Siparişlerim bölümünde bulabilirsiniz.',
  },
  secret: {
    en: 'Please never send card, bank or login data in a message.',
    de: 'Bitte senden Sie niemals Karten-, Bank- oder Zugangsdaten in einer Nachricht.',
    fr: "Merci de ne jamais envoyer de données de carte, bancaires ou d'accès dans un message.",
    it: 'La preghiamo di non inviare mai dati di carte, bancari o di accesso in un messaggio.',
    es: 'Por favor, no envíe nunca datos de tarjetas, bancarios o de acceso en un mensaje.',
    ja: 'カード、銀行口座、ログインの情報は、メッセージで送らないようお願いいたします。',
    nl: 'Stuur nooit kaart-, bank- of inloggegevens in een bericht.',
    pl: 'Prosimy nigdy nie wysyłać w wiadomości danych karty, konta ani logowania.',
    sv: 'Skicka aldrig kort-, bank- eller inloggningsuppgifter i ett meddelande.',
    pt: 'Por favor, nunca envie dados de cartão, bancários ou de acesso numa mensagem.',
    tr: 'Lütfen kart, banka veya giriş bilgilerinizi asla mesajla göndermeyin.',
  },
}

const SUBJECTS: Partial<Readonly<Record<RuleId, Subject>>> = {
  'OUT-004': 'contact',
  'OUT-005': 'contact',
  'OUT-020': 'link',
  'OUT-021': 'link',
  'OUT-022': 'link',
  'OUT-023': 'link',
  'OUT-085': 'secret',
}

/** The safe sentence for a broken rule in a language; empty where there is none and the sentence should go. */
export function safeSentence(rule: RuleId, language: LanguageGuess): string {
  const subject = SUBJECTS[rule]
  return subject === undefined ? '' : (SENTENCES[subject][language] ?? '')
}
