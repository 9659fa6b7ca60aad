import type { ProblemWords } from '../channel/mail/imap/problem.ts'
import type { MailCounts, Reconciliation } from '../model/reconciliation.ts'
import { counted, grouped } from './words.ts'

/** The last comparison of a mailbox, and what kept a new one from being made. */
export interface Compared {
  readonly reconciliation: Reconciliation
  readonly isFetched: boolean
  readonly problem: (ProblemWords & { readonly code: string }) | undefined
}

/** A comparison for a person: one line a mailbox, then what is to be done, then its days when they are wished for. */
export function comparedLines({ reconciliation, isFetched, problem }: Compared, withDays: boolean): readonly string[] {
  const { address, reckonedAt, handedIn, earlier, days } = reconciliation
  const apart = [
    ...(handedIn > 0 ? [`${counted(handedIn, 'mail')} handed in or imported, which no mail server counts`] : []),
    ...(earlier > 0 ? [`${counted(earlier, 'mail')} of an earlier numbering of the server`] : []),
  ].map((line) => `    ${line}`)
  if (!isFetched) {
    const ledger = reckonedAt === undefined ? [] : [`    ${equation(reconciliation)}`]
    return [`${address}: not fetched from a mail server, so there is nothing to compare with`, ...ledger, ...apart]
  }
  const found =
    reckonedAt === undefined
      ? `${address}: never compared; run \`safereply reconcile --now\``
      : `${address}: ${equation(reconciliation)} (${reckonedAt.toISOString()})`
  return [
    found,
    ...apart,
    ...(problem ? [`    Not compared now. ${problem.says}`, `    ${problem.remedy}`] : []),
    ...(withDays ? days.map((day) => `    ${day.day}  ${equation(day)}`) : []),
  ]
}

/** What the server has is what is here, and what is missing; so both sides are the same mails. */
function equation({ onServer, stored, repeated, noticed, quarantined, missing, gone }: MailCounts): string {
  const here = `${grouped(stored)} stored + ${grouped(repeated)} repeated + ${counted(noticed, 'notice')} + ${grouped(quarantined)} set aside`
  const away = gone === 0 ? '' : ` - ${grouped(gone)} gone from the server`
  return `server ${grouped(onServer)} = ${here}${away} + ${grouped(missing)} missing`
}

/** A comparison for a program. */
export function comparedData({ reconciliation, isFetched, problem }: Compared) {
  const { mailboxId, address, reckonedAt, agrees, earlier, handedIn, days } = reconciliation
  return {
    mailboxId: String(mailboxId),
    address,
    isFetched,
    reckonedAt: reckonedAt?.toISOString() ?? null,
    agrees,
    ...countsOf(reconciliation),
    earlier,
    handedIn,
    problem: problem ? { code: problem.code, says: problem.says, remedy: problem.remedy } : null,
    days: days.map((day) => ({ day: day.day, ...countsOf(day) })),
  }
}

function countsOf({ onServer, stored, repeated, noticed, quarantined, missing, gone }: MailCounts): MailCounts {
  return { onServer, stored, repeated, noticed, quarantined, missing, gone }
}
