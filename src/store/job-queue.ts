import type { ClientConfig } from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'

import { SECOND_MS } from '../base/clock.ts'
import type { Tx } from './database.ts'

/** The jobs there are and the ids each carries; a job never carries text. */
export interface JobData {
  readonly 'deliver-reply': { readonly accountId: number; readonly replyId: number }
  readonly 'look-for-reply': { readonly accountId: number; readonly replyId: number }
  readonly 'release-mail': { readonly accountId: number; readonly quarantineId: number }
  readonly 'reconcile-mailbox': { readonly accountId: number; readonly mailboxId: number }
}

export type JobName = keyof JobData

/** Jobs in the database: enqueued in the transaction of the change that needs them, done at least once. */
export interface JobQueue extends AsyncDisposable {
  /**
   * Adds a job that is not done before `notBefore`. It exists when, and only when, the transaction commits. A mailbox
   * that waits to be reconciled already is not queued twice.
   */
  enqueue<Name extends JobName>(tx: Tx, name: Name, data: JobData[Name], notBefore: Date): Promise<void>
  /** Adds a job that is not done before so long a wait, by the clock of the database: for a worker whose own is behind. */
  putBack<Name extends JobName>(tx: Tx, name: Name, data: JobData[Name], waitMs: number): Promise<void>
  /** Does the jobs of a name in this process. A handler may see a job twice and re-reads the state each time. */
  work<Name extends JobName>(name: Name, handler: (data: JobData[Name]) => Promise<void>): Promise<void>
}

/** A worker that is silent so long is dead. */
const HEARTBEAT_SECONDS = 10
/** How often dead workers are looked for, and their jobs given out again. The library's minute is long to a buyer. */
const SUPERVISE_SECONDS = 10
const POLL_SECONDS = 0.5
const WORKERS = 4
const RETRIES = 5
/** A mailbox of a million mails is listed in minutes; whoever takes longer than an hour hangs. */
const RECONCILE_SECONDS = 3_600
/** How each queue treats its jobs. `short`: of the jobs with the same data only one waits. */
const QUEUES = {
  'deliver-reply': {},
  'look-for-reply': { policy: 'short' },
  'release-mail': {},
  'reconcile-mailbox': { policy: 'short', expireInSeconds: RECONCILE_SECONDS },
} as const satisfies Record<JobName, { readonly policy?: 'short'; readonly expireInSeconds?: number }>
const STOP_TIMEOUT_MS = 8_000

/** Opens the queue as the app role. The schema is installed by a migration, never here. */
export async function openJobQueue(connection: ClientConfig, failed: (error: Error) => void): Promise<JobQueue> {
  const boss = new PgBoss({
    ...databaseOptions(connection),
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', failed)
  await boss.start()
  for (const [name, ways] of Object.entries(QUEUES)) {
    const common = { heartbeatSeconds: HEARTBEAT_SECONDS, retryLimit: RETRIES, retryBackoff: true }
    await boss.createQueue(name, { ...common, ...ways })
  }
  return {
    async enqueue(tx, name, data, notBefore) {
      const singletonKey = Object.values(data).join(':')
      await boss.send(name, data, { startAfter: notBefore, singletonKey, db: fromKysely(tx) })
    },
    async putBack(tx, name, data, waitMs) {
      const seconds = Math.ceil(waitMs / SECOND_MS)
      await boss.send(name, data, {
        startAfter: seconds,
        singletonKey: Object.values(data).join(':'),
        db: fromKysely(tx),
      })
    },
    async work(name, handler) {
      await boss.work<JobData[typeof name]>(
        name,
        { pollingIntervalSeconds: POLL_SECONDS, localConcurrency: WORKERS, perJobResults: false },
        async (jobs) => {
          for (const job of jobs) await handler(job.data)
        },
      )
    },
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
    },
  }
}

function databaseOptions(connection: ClientConfig) {
  const { host, port, database, user, password, connectionString } = connection
  return {
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(database === undefined ? {} : { database }),
    ...(user === undefined ? {} : { user }),
    ...(typeof password === 'string' ? { password } : {}),
    ...(connectionString === undefined ? {} : { connectionString }),
    options: '-c role=safereply_app -c timezone=UTC',
    max: WORKERS + 2,
  }
}
