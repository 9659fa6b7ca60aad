import type { Message } from '../../api/conversations.ts'
import { exactTime } from '../../clock/format.ts'
import { moneyWords } from './money-words.ts'

/** One fact of a mail: its name, and what it says. */
export interface FactRow {
  readonly name: string
  readonly value: string
}

/** What Amazon's own template says in a mail, in the order in which people ask for it. Empty when it says nothing. */
export function factRows({ facts }: Pick<Message, 'facts'>): readonly FactRow[] {
  const { amount, asins = [], quantity, statedDueAt, fulfilledBy } = facts
  const rows: readonly (FactRow | undefined)[] = [
    row('Answer by', statedDueAt && exactTime(statedDueAt)),
    row('Amount', amount && moneyWords(amount)),
    row(asins.length > 1 ? 'Products' : 'Product', asins.join(', ')),
    row('Quantity', quantity === undefined ? undefined : quantity.toLocaleString()),
    row('Shipped by', fulfilledBy && FULFILLED_BY[fulfilledBy]),
  ]
  return rows.filter((found) => found !== undefined)
}

const FULFILLED_BY = { amazon: 'Amazon', merchant: 'you' } as const

function row(name: string, value: string | undefined): FactRow | undefined {
  return value === undefined || value === '' ? undefined : { name, value }
}
