import type { MailboxId, PersonId, QuarantineId } from '../model/ids.ts'
import type { MailOnServer, QuarantineReason, QuarantineState, ReleaseProblem } from '../model/quarantined-mail.ts'
import type { AccountScope } from '../model/scope.ts'
import type { SealedText } from '../seal/sealed-body.ts'
import type { SealedRaw } from '../seal/sealed-raw.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** What is known of a quarantined mail from the start, but for what it says. */
interface QuarantinedHead {
  readonly id: QuarantineId
  readonly mailboxId: MailboxId
  readonly reason: QuarantineReason
  readonly receivedAt: Date
  readonly dueAt: Date
  readonly sizeBytes: number
  readonly wrappedKey: Uint8Array
}

/** A quarantined mail as lists show it; its extract is redacted and sealed. The raw mail is not among the columns. */
export interface QuarantineRow extends QuarantinedHead {
  readonly extract: Uint8Array
  readonly state: QuarantineState
  readonly decided: { readonly by: PersonId; readonly at: Date } | undefined
  readonly releaseProblem: ReleaseProblem | undefined
  /** Whether its bytes are sealed here, or its number on a mail server is known. */
  readonly isWithinReach: boolean
}

/** `held`: nobody decided yet, or a release is on its way. `decided`: the rest. */
export type QuarantineView = 'held' | 'decided'

/** Most quarantined mails on a page. */
const QUARANTINE_PAGE = 200
const UNDECIDED = ['held', 'releasing'] as const satisfies readonly QuarantineState[]
const COLUMNS = [
  'quarantine_id',
  'mailbox_id',
  'reason',
  'received_at',
  'due_at',
  'size_bytes',
  'wrapped_key',
  'extract_sealed',
  'state',
  'decided_by',
  'decided_at',
  'release_problem',
  'uid',
] as const

/** Keeps a mail nobody could place, once. Returns false when the same mail is there already. */
export async function insertQuarantine(
  tx: Tx,
  scope: AccountScope,
  mail: QuarantinedHead & {
    readonly destroyAt: Date
    readonly dedupe: string
    readonly extract: SealedText
    /** Undefined for a mail that can be fetched again from its server. */
    readonly raw: SealedRaw | undefined
    readonly onServer: MailOnServer | undefined
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('quarantine')
    .values({
      account_id: scope.accountId,
      quarantine_id: mail.id,
      mailbox_id: mail.mailboxId,
      reason: mail.reason,
      received_at: mail.receivedAt,
      due_at: mail.dueAt,
      destroy_at: mail.destroyAt,
      size_bytes: mail.sizeBytes,
      dedupe: mail.dedupe,
      wrapped_key: mail.wrappedKey,
      extract_sealed: mail.extract,
      raw_sealed: mail.raw ?? null,
      origin: mail.onServer?.origin ?? null,
      uid_validity: mail.onServer?.uidValidity ?? null,
      uid: mail.onServer?.uid ?? null,
      state: 'held',
      decided_by: null,
      decided_at: null,
      release_problem: null,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'dedupe']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Quarantined mails, at most 200: held ones with the one due first on top, decided ones with the last decision on top. */
export async function listQuarantine(
  tx: Tx,
  scope: AccountScope,
  view: QuarantineView,
): Promise<readonly QuarantineRow[]> {
  const isHeld = view === 'held'
  const rows = await tx
    .selectFrom('quarantine')
    .select(COLUMNS)
    .select((column) => column('raw_sealed', 'is not', null).as('has_raw'))
    .where('account_id', '=', scope.accountId)
    .where('state', isHeld ? 'in' : 'not in', UNDECIDED)
    .orderBy(isHeld ? 'due_at' : 'decided_at', isHeld ? 'asc' : 'desc')
    .orderBy('quarantine_id')
    .limit(QUARANTINE_PAGE)
    .execute()
  return rows.map(rowOf)
}

/** One quarantined mail, or nothing. */
export async function findQuarantine(
  tx: Tx,
  scope: AccountScope,
  id: QuarantineId,
): Promise<QuarantineRow | undefined> {
  const row = await tx
    .selectFrom('quarantine')
    .select(COLUMNS)
    .select((column) => column('raw_sealed', 'is not', null).as('has_raw'))
    .where('account_id', '=', scope.accountId)
    .where('quarantine_id', '=', id)
    .executeTakeFirst()
  return row && rowOf(row)
}

/**
 * Writes what a person decided on a mail that is held; its bytes are kept for a release only. Returns false when it is
 * not held, or not there.
 */
export async function decideQuarantine(
  tx: Tx,
  scope: AccountScope,
  decision: { readonly id: QuarantineId; readonly to: 'releasing' | 'dismissed' | 'phishing'; readonly at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('quarantine')
    .set({ state: decision.to, decided_by: scope.personId, decided_at: decision.at, release_problem: null })
    .$if(decision.to !== 'releasing', (update) => update.set({ raw_sealed: null }))
    .where('account_id', '=', scope.accountId)
    .where('quarantine_id', '=', decision.id)
    .where('state', '=', 'held')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

function rowOf(
  row: Pick<Tables['quarantine'], (typeof COLUMNS)[number]> & { readonly has_raw: unknown },
): QuarantineRow {
  const { decided_by: by, decided_at: at } = row
  return {
    id: row.quarantine_id,
    mailboxId: row.mailbox_id,
    reason: row.reason,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    sizeBytes: row.size_bytes,
    wrappedKey: row.wrapped_key,
    extract: row.extract_sealed,
    state: row.state,
    decided: by === null || at === null ? undefined : { by, at },
    releaseProblem: row.release_problem ?? undefined,
    isWithinReach: Boolean(row.has_raw) || row.uid !== null,
  }
}
