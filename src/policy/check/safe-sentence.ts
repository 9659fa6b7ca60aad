import type { RuleId } from '../../model/policy-pack.ts'
import type { LanguageGuess } from '../detect/language/evidence.ts'

type Subject = 'contact' | 'link' | 'secret' | 'refund' | 'promise' | 'amazon' | 'plain'

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
  refund: {
    en: 'Refunds are made through Amazon to the way you paid.',
    de: 'Erstattungen laufen über Amazon auf Ihre ursprüngliche Zahlungsart.',
    fr: 'Les remboursements se font par Amazon, sur votre mode de paiement initial.',
    it: 'I rimborsi avvengono tramite Amazon sul metodo di pagamento originale.',
    es: 'Los reembolsos se hacen a través de Amazon al método de pago original.',
    ja: '返金はAmazonを通じて、元のお支払い方法に行われます。',
    nl: 'Terugbetalingen lopen via Amazon naar uw oorspronkelijke betaalmethode.',
    pl: 'Zwroty są realizowane przez Amazon na pierwotną metodę płatności.',
    sv: 'Återbetalningar sker via Amazon till det betalsätt du använde.',
    pt: 'Os reembolsos são feitos através da Amazon para o método de pagamento original.',
    tr: 'Para iadeleri Amazon üzerinden ilk ödeme yönteminize yapılır.',
  },
  promise: {
    en: 'We are looking into this and will write to you here as soon as we know more.',
    de: 'Wir prüfen das und schreiben Ihnen hier, sobald wir mehr wissen.',
    fr: 'Nous vérifions cela et vous écrirons ici dès que nous en saurons plus.',
    it: 'Stiamo verificando e le scriveremo qui appena ne sapremo di più.',
    es: 'Lo estamos comprobando y le escribiremos aquí en cuanto sepamos más.',
    ja: '確認のうえ、分かり次第こちらでご連絡いたします。',
    nl: 'Wij zoeken dit uit en schrijven u hier zodra wij meer weten.',
    pl: 'Sprawdzamy to i napiszemy tutaj, gdy tylko będziemy wiedzieć więcej.',
    sv: 'Vi undersöker det här och skriver till dig här så snart vi vet mer.',
    pt: 'Estamos a verificar e escreveremos aqui assim que soubermos mais.',
    tr: 'Konuyu inceliyoruz ve daha fazla bilgi edinince size buradan yazacağız.',
  },
  amazon: {
    en: 'Amazon customer service can tell you how this goes on.',
    de: 'Wie es hier weitergeht, kann Ihnen der Kundenservice von Amazon sagen.',
    fr: "Le service client d'Amazon peut vous dire comment cela se poursuit.",
    it: 'Il servizio clienti di Amazon può dirle come si procede.',
    es: 'El servicio de atención al cliente de Amazon puede decirle cómo continúa esto.',
    ja: '今後の流れについては、Amazonカスタマーサービスにご確認ください。',
    nl: 'De klantenservice van Amazon kan u vertellen hoe dit verdergaat.',
    pl: 'Dział obsługi klienta Amazon może powiedzieć, co będzie dalej.',
    sv: 'Amazons kundtjänst kan berätta hur det här går vidare.',
    pt: 'O apoio ao cliente da Amazon pode dizer-lhe como isto prossegue.',
    tr: 'Bundan sonrasını Amazon müşteri hizmetleri size söyleyebilir.',
  },
  plain: {
    en: 'Thank you for your message about your order.',
    de: 'Vielen Dank für Ihre Nachricht zu Ihrer Bestellung.',
    fr: 'Merci pour votre message au sujet de votre commande.',
    it: 'Grazie per il suo messaggio relativo al suo ordine.',
    es: 'Gracias por su mensaje sobre su pedido.',
    ja: 'ご注文についてのご連絡をありがとうございます。',
    nl: 'Bedankt voor uw bericht over uw bestelling.',
    pl: 'Dziękujemy za wiadomość w sprawie zamówienia.',
    sv: 'Tack för ditt meddelande om din beställning.',
    pt: 'Obrigado pela sua mensagem sobre o seu pedido.',
    tr: 'Siparişinizle ilgili mesajınız için teşekkür ederiz.',
  },
}

const SUBJECTS: Partial<Readonly<Record<RuleId, Subject>>> = {
  'OUT-004': 'contact',
  'OUT-005': 'contact',
  'OUT-006': 'contact',
  'OUT-007': 'contact',
  'OUT-008': 'contact',
  'OUT-020': 'link',
  'OUT-021': 'link',
  'OUT-022': 'link',
  'OUT-023': 'link',
  'OUT-024': 'link',
  'OUT-025': 'link',
  'OUT-062': 'link',
  'OUT-080': 'secret',
  'OUT-081': 'refund',
  'OUT-082': 'secret',
  'OUT-083': 'secret',
  'OUT-085': 'secret',
  'OUT-086': 'refund',
  'OUT-074': 'refund',
  'OUT-092': 'promise',
  'OUT-095': 'amazon',
}

/** What an answer still says when everything in it had to go: in its own language, the one wanted, or English. */
export function plainSentence(of: { readonly language: LanguageGuess; readonly wanted?: string | undefined }): string {
  const wanted = of.wanted?.split('-', 1)[0]?.toLowerCase() ?? ''
  const { plain } = SENTENCES
  return plain[of.language] ?? plain[wanted] ?? plain['en'] ?? ''
}

/** Every sentence by its language, so that each can be held to the rules it stands in for. */
export function allSafeSentences(): readonly (readonly [language: string, sentence: string])[] {
  return Object.values(SENTENCES).flatMap((byLanguage) => Object.entries(byLanguage))
}

/** The safe sentence for a broken rule in a language; empty where there is none and the sentence should go. */
export function safeSentence(rule: RuleId, language: LanguageGuess): string {
  const subject = SUBJECTS[rule]
  return subject === undefined ? '' : (SENTENCES[subject][language] ?? '')
}
