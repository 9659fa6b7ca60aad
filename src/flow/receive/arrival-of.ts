import type { Mailbox } from '../../model/account.ts'
import type { ParsedMail } from '../../parse/parsed-mail.ts'
import type { ComingMail } from './coming-mail.ts'

/** When a mail was written and when our side got it. */
export interface Arrival {
  /** When Amazon says it was written; the clocks start here. Never after it arrived. */
  readonly at: Date
  readonly arrivedAt: Date
  /** Whether it was old when it came, and runs no clock. */
  readonly isHistory: boolean
}

/** Amazon's relay did not exist before; a Date header below is a broken one. */
const EARLIEST = new Date('2005-01-01T00:00:00Z')

/**
 * The instants of a mail. The Date header is believed as long as it lies before the arrival: a later one would give us
 * more time than there is. Of a file only its headers know when it arrived.
 */
export function arrivalOf(
  mail: Pick<ParsedMail, 'date' | 'receivedAt'>,
  coming: ComingMail,
  mailbox: Mailbox,
): Arrival {
  const arrivedAt = coming.door === 'file' ? ofFile(mail, coming.arrivedAt) : coming.arrivedAt
  const { date } = mail
  const at = date !== undefined && date >= EARLIEST && date <= arrivedAt ? date : arrivedAt
  const isHistory =
    coming.asHistory === true || (mailbox.deadlinesFrom !== undefined && arrivedAt < mailbox.deadlinesFrom)
  return { at, arrivedAt, isHistory }
}

function ofFile({ receivedAt, date }: Pick<ParsedMail, 'date' | 'receivedAt'>, latest: Date): Date {
  const known = receivedAt ?? date
  return known !== undefined && known >= EARLIEST && known <= latest ? known : latest
}
