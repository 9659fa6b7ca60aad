import { resolveTxt as askDns } from 'node:dns/promises'

import type { Logger } from 'pino'

import { SECOND_MS, systemClock } from './base/clock.ts'
import { createIdSource } from './base/id.ts'
import type { Config, Settings } from './config.ts'
import type { DeskParts } from './flow/parts.ts'
import type { ReceiveMailParts } from './flow/receive/read-coming.ts'
import { errorFacts } from './log.ts'
import { openCage } from './parse/cage.ts'
import type { ResolveTxt } from './parse/dkim-keys.ts'
import { rememberTxt } from './parse/sender/remember-txt.ts'
import { currentPack } from './policy/pack/current-pack.ts'
import { openEpochKeys } from './seal/epoch-keys.ts'
import { packHash } from './seal/pack-hash.ts'
import { systemRandom } from './seal/system-random.ts'
import { openJobQueue } from './store/job-queue.ts'
import { openStore, type OpenStore } from './store/open-store.ts'

/** What opening needs; all that is opened goes on the stack, to be closed in reverse. */
export interface Opening {
  readonly settings: Settings
  readonly store: OpenStore
  readonly opened: AsyncDisposableStack
  readonly log: Logger
}

/** Opens the store of a configuration, as the desk or as a command beside it. */
export async function openStoreOf(
  { settings, secrets }: Config,
  { log, as }: { readonly log: Logger; readonly as: 'desk' | 'guest' },
): Promise<OpenStore> {
  return openStore({
    dataDir: settings.dataDir,
    dataArea: settings.dataArea,
    databaseUrl: secrets.databaseUrl,
    pgBinDir: settings.pgBinDir,
    random: systemRandom,
    log: (event) => log.info({ room: 'store', ...event }, 'database'),
    as,
  })
}

/** What every flow works with. Keys are made on a database that nobody ever used, and nowhere else. */
export async function buildParts(opening: Opening & { readonly canSend: boolean }): Promise<DeskParts> {
  const { settings, store, opened, log, canSend } = opening
  const pack = currentPack()
  const jobs = await openJobQueue(store.connection, (error) => log.error(errorFacts('store', error), 'job queue'))
  opened.use(jobs)
  return {
    db: store.db,
    clock: systemClock,
    ids: createIdSource(systemClock, { node: store.node, above: store.newestId }),
    random: systemRandom,
    epochs: await openEpochKeys(`${settings.dataDir}/keys`, { mayCreate: store.isFresh, random: systemRandom }),
    pack,
    packHash: packHash(pack),
    jobs,
    canSend,
    undoMs: settings.undoSeconds * SECOND_MS,
  }
}

/** What taking mails in needs besides: the cage, and DNS unless somebody else says what it says. */
export function buildReceiving(
  parts: DeskParts,
  { opened, log }: Pick<Opening, 'opened' | 'log'>,
  resolveTxt: ResolveTxt = askDns,
): ReceiveMailParts {
  return {
    ...parts,
    cage: opened.use(openCage()),
    resolveTxt: rememberTxt(resolveTxt, parts.clock),
    notStored: (error) => log.error(errorFacts('flow', error), 'a mail could not be stored and is set aside'),
  }
}
