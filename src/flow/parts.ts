import type { Clock } from '../base/clock.ts'
import type { IdSource } from '../base/id.ts'
import type { Random } from '../base/random.ts'
import type { PolicyPack } from '../model/policy-pack.ts'
import type { EpochKeys } from '../seal/epoch-keys.ts'
import type { Database } from '../store/database.ts'
import type { JobQueue } from '../store/job-queue.ts'

/** What every flow works with. Built once in `main.ts`; a flow that needs more says so in a type of its own. */
export interface DeskParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: IdSource
  readonly random: Random
  readonly epochs: EpochKeys
  readonly pack: PolicyPack
  /** SHA-256 of the pack, as each entry of the log names it. */
  readonly packHash: string
  readonly jobs: JobQueue
  /** Whether there is a mail server by which replies leave. */
  readonly canSend: boolean
  /** How long a queued reply can be taken back. */
  readonly undoMs: number
}
