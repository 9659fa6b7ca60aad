import type { Language } from '../marketplaces.ts'
import type { Thread } from '../thread.ts'

const WITHOUT_ORDER: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) => `Product details inquiry from Amazon customer ${name}`,
  de: (name) => `Frage von Amazon-Kunde ${name}`,
  fr: (name) => `Demande de renseignements de la part du client Amazon ${name}`,
  it: () => "Messaggio dall'acquirente",
  es: (name) => `Consulta del cliente de Amazon ${name}`,
  ja: () => '商品の詳細に関するお問い合わせ',
  pt: (name) => `Detalhes do produto Amazon ${name} pergunta do cliente`,
}

/** What Amazon puts before an order id; the Japanese bracket has no space before it. */
const ORDER: Readonly<Record<Language, (id: string) => string>> = {
  en: (id) => ` (Order: ${id})`,
  de: (id) => ` (Bestellung: ${id})`,
  fr: (id) => ` (Commande : ${id})`,
  it: (id) => ` (Ordine: ${id})`,
  es: (id) => ` (Pedido: ${id})`,
  ja: (id) => `(注文: ${id})`,
  pt: (id) => ` (Pedido: ${id})`,
}

/** The subject Amazon gives a buyer's mail, in the marketplace's language. */
export function buyerSubject({ buyerName, marketplace, order }: Thread): string {
  const subject = WITHOUT_ORDER[marketplace.language](buyerName)
  return order === undefined ? subject : subject + ORDER[marketplace.language](order.id)
}
