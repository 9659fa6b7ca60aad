import assert from 'node:assert/strict'

import { EVENT_CODES, type EvidenceLeaf } from '../../src/model/evidence-leaf.ts'
import type { AccountId } from '../../src/model/ids.ts'
import { asAdmin } from './as-admin.ts'
import type { TestDesk } from './test-desk.ts'

/** An entry of the log as its bytes are hashed, and read. */
export interface WrittenLeaf {
  readonly text: string
  readonly leaf: EvidenceLeaf
}

/** The entries of an account, oldest first. */
export async function leavesOf({ database }: TestDesk, accountId: AccountId): Promise<readonly WrittenLeaf[]> {
  const rows = await asAdmin<{ leaf: string }>(
    database,
    'select leaf from evidence_pending where account_id = $1 order by entry_id',
    [accountId],
  )
  return rows.map(({ leaf: text }) => ({ text, leaf: parseLeaf(text) }))
}

/** An entry read from its text. */
export function parseLeaf(text: string): EvidenceLeaf {
  const leaf = JSON.parse(text) as EvidenceLeaf // proof: written by leafText; the event is asserted
  assert.ok(EVENT_CODES.includes(leaf.event))
  return leaf
}
