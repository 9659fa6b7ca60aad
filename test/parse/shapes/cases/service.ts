import type { ShapeCase } from '../meanings.ts'

const ORDER = '403-7654321-1234567'

/** Customer service's list in one language: what it says above, then the labels of order, item, reason and details. */
const LISTS: Readonly<
  Record<string, readonly [above: string, order: string, item: string, reason: string, details: string]>
> = {
  en: [
    "We've been contacted by a customer regarding the order identified below.",
    'Order#',
    'Item',
    'Reason',
    'Details',
  ],
  de: [
    'Ein Kunde hat uns zu der unten genannten Bestellung kontaktiert.',
    'Bestellung',
    'Artikel',
    'Grund',
    'Einzelheiten',
  ],
  fr: ['Un client nous a contactés au sujet de la commande ci-dessous.', 'Commande n°', 'Article', 'Motif', 'Détails'],
  it: ['Il Servizio clienti ti contatta per conto di un acquirente.', 'Ordine #', 'ASIN', 'Motivo', 'Dettagli'],
  es: ['Un cliente se ha puesto en contacto con nosotros.', 'Pedido n.º', 'Artículo', 'Motivo', 'Detalles'],
  nl: ['Een klant heeft ons benaderd over deze bestelling.', 'Bestelling', 'Artikel', 'Reden', 'Details'],
  pl: ['Klient skontaktował się z nami w sprawie zamówienia.', 'Zamówienie nr', 'Produkt', 'Powód', 'Szczegóły'],
  sv: ['En kund har kontaktat oss om beställningen nedan.', 'Beställning', 'Artikel', 'Orsak', 'Detaljer'],
  'pt-BR': ['Um cliente entrou em contato conosco sobre o pedido.', 'Pedido', 'Item', 'Motivo', 'Detalhes'],
  ja: ['お客様より以下の注文についてご連絡がありました。', '注文番号', '商品', '理由', '詳細'],
  tr: ['Bir müşteri bu siparişle ilgili bizimle iletişime geçti.', 'Sipariş', 'Ürün', 'Neden', 'Ayrıntılar'],
  ar: ['تواصل معنا أحد العملاء بشأن الطلب.', 'الطلب', 'المنتج', 'السبب', 'التفاصيل'],
}

/** Customer service asks for a buyer, in each language, from the buyer's relay address. */
export const SERVICE_CASES: readonly ShapeCase[] = Object.entries(LISTS).map(([language, words]) => {
  const text = listOf(words)
  return {
    varies: language,
    mail: {
      from: ['Amazon', 'wservice01@marketplace.amazon.it'],
      subject: 'Amazon',
      text: `${text}\n\n--------------------------\n\nCopyright 2026 Amazon, Inc.\n\nSPC-EUAmazon-0000000000000042`,
    },
    means: {
      kind: 'buyer-message',
      via: 'customer-service',
      relayAddress: 'wservice01@marketplace.amazon.it',
      text,
      isWhole: false,
      orderId: ORDER,
      marketplaceId: 'APJ6JRA9NG5V4',
    },
  }
})

/** The same from an address of Amazon's that stands for no buyer. */
export const SERVICE_FROM_AMAZON: readonly ShapeCase[] = [
  fromAmazon('no buyer named', listOf(LISTS['en']), undefined),
  fromAmazon(
    'a buyer named',
    `${listOf(LISTS['it'])}\nwservice01@marketplace.amazon.it`,
    'wservice01@marketplace.amazon.it',
  ),
]

function fromAmazon(varies: string, text: string, relayAddress: string | undefined): ShapeCase {
  return {
    varies,
    mail: { from: ['Amazon', 'cs-reply@amazon.it'], subject: 'Amazon', text },
    means: {
      kind: 'buyer-message',
      via: 'customer-service',
      relayAddress,
      orderId: ORDER,
      marketplaceId: 'APJ6JRA9NG5V4',
    },
  }
}

function listOf([above, order, item, reason, details]: readonly string[] = []): string {
  return [
    above,
    '',
    '--------------------',
    `${order}: ${ORDER}`,
    `${item}: Erfundenes Ding`,
    `${reason}: Tracking`,
    '',
    `${details}:`,
    'Where is the parcel? 111-1111111-1111111',
  ].join('\n')
}
