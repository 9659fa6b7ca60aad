import { readFile, stat } from 'node:fs/promises'

import { Fault } from '../base/fault.ts'
import { importOrders as importReport, type ImportOrdersOutcome } from '../flow/import-orders.ts'
import type { AccountId } from '../model/ids.ts'
import { type LineProblem, REPORT_MAX_BYTES } from '../parse/report/read-order-report.ts'
import { asGuest } from './as-guest.ts'
import { chooseAccount, denied, knownAccounts } from './known-mailboxes.ts'
import type { AccountOptions } from './mailbox.ts'
import { EXIT, say } from './output.ts'
import type { DeskGuest, Doors } from './running-desk.ts'
import { counted } from './words.ts'

/** What a file came to: the numbers of its report, or why nothing was taken of it. */
type TakenFile =
  | {
      readonly file: string
      readonly orders: number
      readonly changed: number
      readonly lines: number
      readonly skipped: readonly LineProblem[]
      readonly keptColumns: readonly string[]
      readonly droppedColumns: readonly string[]
    }
  | { readonly file: string; readonly refused: string }

/**
 * Takes the facts of orders from Amazon's order reports, file by file, in their order. Exit 1 when a file was no report or
 * a line of one could not be read. A Fault 'input.unreadable' names a file that cannot be read; the files before it stay.
 */
export async function importOrders(doors: Doors, files: readonly string[], options: AccountOptions): Promise<number> {
  return asGuest(doors, options, async (guest, stop) => {
    const account = chooseAccount(await knownAccounts(guest), options.account)
    if ('says' in account) return account
    let isWhole = true
    for (const file of files) {
      if (stop.aborted) return EXIT.findings
      const outcome = await takeIn(guest, account.id, file)
      if (!outcome.ok && (outcome.reason === 'missing' || outcome.reason === 'refused'))
        return denied({ reason: outcome.reason })
      const taken = takenFile(file, outcome)
      if (options.json) say(JSON.stringify(taken))
      else for (const line of fileLines(taken)) say(line)
      isWhole &&= !('refused' in taken) && taken.skipped.length === 0
    }
    return isWhole ? EXIT.ok : EXIT.findings
  })
}

async function takeIn({ parts, owner }: DeskGuest, accountId: AccountId, file: string): Promise<ImportOrdersOutcome> {
  return importReport(parts, owner, { accountId, bytes: await bytesOf(file) })
}

/** The bytes of a file; one beyond the limit of a report is not even read. */
async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size <= REPORT_MAX_BYTES) return await readFile(file)
  } catch (cause) {
    throw new Fault('input.unreadable', { detail: file, cause })
  }
  throw new Fault('thing.too-large', { detail: `${file}: at most ${REPORT_MAX_BYTES} bytes` })
}

function takenFile(file: string, outcome: ImportOrdersOutcome): TakenFile {
  if (!outcome.ok) return { file, refused: refusal(outcome) }
  const { report, changed } = outcome
  return {
    file,
    orders: report.orders.length,
    changed,
    lines: report.lines,
    skipped: report.problems,
    keptColumns: report.keptColumns,
    droppedColumns: report.droppedColumns,
  }
}

function refusal(outcome: Exclude<ImportOrdersOutcome, { readonly ok: true }>): string {
  if (outcome.reason === 'broken') return `line ${outcome.line} cannot be cut into cells, so nothing was taken`
  return 'this is no order report of Amazon’s: its first line names no column amazon-order-id or order-id'
}

function fileLines(taken: TakenFile): readonly string[] {
  if ('refused' in taken) return [`${taken.file}: ${taken.refused}`]
  const { file, orders, changed, lines, skipped, keptColumns, droppedColumns } = taken
  return [
    `${file}: ${counted(orders, 'order')} of ${counted(lines, 'line')}, ${counted(changed, 'order')} new or changed`,
    `  read: ${keptColumns.join(', ')}`,
    ...(droppedColumns.length === 0 ? [] : [`  dropped unread: ${droppedColumns.join(', ')}`]),
    ...skipped.map(({ line, why }) => `  line ${line}: ${problem(why)}`),
  ]
}

function problem(why: LineProblem['why']): string {
  if (why === 'cells') return 'has more cells than the header'
  if (why === 'amazon-order-id' || why === 'order-id') return `passed over, ${why} is no order at Amazon`
  return `${why} is not understood`
}
