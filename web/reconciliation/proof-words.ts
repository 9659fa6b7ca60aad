import type { MailboxProof, ProofCounts } from '../api/reconciliation.ts'

/** A comparison in words. */
export interface ProofWords {
  readonly tone: 'good' | 'bad' | 'unknown'
  readonly title: string
  /** "Server 10,003 = stored 9,950 + repeated 40 + notices 10 + set aside 3. Missing: 0." */
  readonly sum: string
  /** Mails that stand outside the sum; undefined when there are none. */
  readonly besides: string | undefined
  /** What to do; undefined while all is well. */
  readonly remedy: string | undefined
}

/** What the last comparison of a mailbox says. */
export function proofWords(proof: MailboxProof): ProofWords {
  const besides = besidesWords(proof)
  if (proof.reckonedAt === null) {
    const sum = 'The desk compares by itself once the mailbox has been fetched.'
    return { tone: 'unknown', title: 'Not compared yet', sum, besides, remedy: undefined }
  }
  const sum = sumWords(proof)
  if (proof.agrees) return { tone: 'good', title: 'Every mail is accounted for', sum, besides, remedy: undefined }
  return { tone: 'bad', title: missingWords(proof.missing), sum, besides, remedy: REMEDY }
}

const REMEDY =
  'This must never be. Look in Seller Central for messages of the days below that have a number under Missing, and answer them there. Then compare again; if it stays so, have whoever runs the desk report it.'

/** The sum that proves that no mail is lost. */
export function sumWords(counts: ProofCounts): string {
  const { onServer, stored, repeated, noticed, quarantined, missing, gone } = counts
  const there = [`Server ${number(onServer)}`, gone > 0 && `deleted there ${number(gone)}`]
  const here = [
    `stored ${number(stored)}`,
    `repeated ${number(repeated)}`,
    `notices ${number(noticed)}`,
    `set aside ${number(quarantined)}`,
    missing > 0 && `missing ${number(missing)}`,
  ]
  return `${there.filter(Boolean).join(' + ')} = ${here.filter(Boolean).join(' + ')}. Missing: ${number(missing)}.`
}

function missingWords(missing: number): string {
  if (missing === 0) return 'The sum does not come out'
  return missing === 1 ? '1 mail is missing' : `${number(missing)} mails are missing`
}

function besidesWords({ earlier, handedIn }: MailboxProof): string | undefined {
  const parts = [
    handedIn > 0 && `${number(handedIn)} handed in or read from a file`,
    earlier > 0 && `${number(earlier)} fetched before the server numbered its mails anew`,
  ].filter(Boolean)
  return parts.length === 0 ? undefined : `Besides: ${parts.join(', ')}.`
}

function number(count: number): string {
  return count.toLocaleString()
}
