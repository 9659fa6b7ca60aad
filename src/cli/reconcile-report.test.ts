import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { MailboxId } from '../model/ids.ts'
import { NO_MAILS, type Reconciliation } from '../model/reconciliation.ts'
import { comparedLines } from './reconcile-report.ts'

const AT = new Date('2026-11-24T18:00:00.000Z')

function reconciliation(known: Partial<Reconciliation>): Reconciliation {
  const mailboxId = 1 as MailboxId // proof: any number
  const address = 'amazon@northpine.example'
  const apart = { earlier: 0, handedIn: 0 }
  return { mailboxId, address, reckonedAt: AT, agrees: true, ...apart, ...NO_MAILS, days: [], ...known }
}

test('both sides of a comparison stand in one line, and its days below when they are wished for', () => {
  const day = { ...NO_MAILS, day: '2026-11-24', onServer: 3, stored: 1, noticed: 1, missing: 1 }
  const counts = { onServer: 10_003, stored: 9_800, repeated: 150, noticed: 40, quarantined: 14, missing: 1, gone: 2 }
  const compared = { reconciliation: reconciliation({ ...counts, days: [day] }), isFetched: true, problem: undefined }

  const [line] = comparedLines(compared, false)
  const withDays = comparedLines(compared, true)

  assert.equal(
    line,
    'amazon@northpine.example: server 10,003 = 9,800 stored + 150 repeated + 40 notices + 14 set aside' +
      ' - 2 gone from the server + 1 missing (2026-11-24T18:00:00.000Z)',
  )
  assert.deepEqual(withDays, [
    line,
    '    2026-11-24  server 3 = 1 stored + 0 repeated + 1 notice + 0 set aside + 1 missing',
  ])
})

test('what no server counts stands apart, and a mailbox without a server tells its ledger', () => {
  const known = reconciliation({ handedIn: 241, earlier: 1 })

  const lines = comparedLines({ reconciliation: known, isFetched: false, problem: undefined }, true)

  assert.deepEqual(lines, [
    'amazon@northpine.example: not fetched from a mail server, so there is nothing to compare with',
    '    server 0 = 0 stored + 0 repeated + 0 notices + 0 set aside + 0 missing',
    '    241 mails handed in or imported, which no mail server counts',
    '    1 mail of an earlier numbering of the server',
  ])
})

test('a server that cannot be asked is told with the remedy, beside the last comparison', () => {
  const problem = { code: 'refused', says: 'It does not listen.', remedy: 'See the port.' }

  const never = { reconciliation: reconciliation({ reckonedAt: undefined }), isFetched: true, problem }

  assert.deepEqual(comparedLines(never, false), [
    'amazon@northpine.example: never compared; run `safereply reconcile --now`',
    '    Not compared now. It does not listen.',
    '    See the port.',
  ])
})
