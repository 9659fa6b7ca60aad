import type { MailFacts, Money, NoticeTopic } from '../../../model/mail-facts.ts'
import { marketplaceOf } from '../../../policy/pack/marketplaces.ts'
import { relayWords } from '../../../policy/pack/relay-words.ts'
import type { ParsedMail } from '../../parsed-mail.ts'
import { says } from '../phrase.ts'
import { asinsIn } from './asins.ts'
import { fulfilledBy } from './fulfilment.ts'
import { type ItemTable, itemTable } from './item-table.ts'
import { type Labelled, labelledLines } from './labelled.ts'
import { moneyIn } from './money.ts'
import { statedDueAt } from './stated-due.ts'

const CLAIMS: ReadonlySet<NoticeTopic> = new Set(['claim-opened', 'claim-closed'])
const WITH_AMOUNT: ReadonlySet<NoticeTopic> = new Set(['refund', 'claim-opened', 'claim-closed'])

/** A template says what it has to say in so many characters. */
const TEXT_MAX = 50_000

/**
 * What a notice of Amazon's says of the order. Amounts are of refunds and claims, deadlines of claims; the table of items
 * holds what the buyer writes, and only its items and their number are taken.
 */
export function noticeFacts(
  mail: ParsedMail,
  notice: { readonly topic: NoticeTopic; readonly marketplaceId: string | undefined },
): MailFacts {
  const marketplace = marketplaceOf(notice.marketplaceId)
  const body = mail.body.slice(0, TEXT_MAX)
  const table = itemTable(body)
  const lead = leadOf(body, table)
  const lines = labelledLines(lead)
  return {
    asins: [...new Set([...asinsIn(lead), ...(table?.rows ?? []).map(({ asin }) => asin)])],
    amount: WITH_AMOUNT.has(notice.topic) ? amountOf(mail.subject, lead, marketplace?.currency) : undefined,
    statedDueAt: CLAIMS.has(notice.topic)
      ? statedDueAt(body, { sentAt: mail.date ?? mail.receivedAt, marketplace })
      : undefined,
    quantity: table ? totalOf(table) : listedQuantity(lines),
    fulfilledBy: fulfilledBy(lines),
  }
}

/** What stands above the table of items: Amazon's words alone. */
export function leadOf(body: string, table: ItemTable | undefined): string {
  return table ? body.split('\n').slice(0, table.firstLine).join('\n') : body
}

function amountOf(subject: string, lead: string, currency: string | undefined): Money | undefined {
  return moneyIn(subject, currency) ?? moneyIn(lead, currency)
}

function totalOf({ rows }: ItemTable): number | undefined {
  const known = rows.flatMap(({ quantity }) => quantity ?? [])
  return known.length === 0 ? undefined : known.reduce((sum, quantity) => sum + quantity, 0)
}

/** The number behind a label such as "Quantity:", where there is no table. */
function listedQuantity(lines: readonly Labelled[]): number | undefined {
  const line = lines.find(
    ({ label, value }) => says(label, relayWords().phrases.quantityLabel) && /^\d{1,4}$/u.test(value),
  )
  return line && Number(line.value)
}
