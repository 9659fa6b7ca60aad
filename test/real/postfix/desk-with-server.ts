import { join } from 'node:path'

import type { AmazonRelay } from '../../../sim/amazon-relay/relay.ts'
import type { RunningDesk } from '../../../src/cli/running-desk.ts'
import { readConfig } from '../../../src/config.ts'
import { openDesk } from '../../../src/desk.ts'
import { type DatabaseServer, openServer } from '../../../src/store/server/open-server.ts'
import type { TemporaryPlace } from '../../store/server/temporary-place.ts'

/** A desk and the database server that it uses and does not own, as where many desks share one. */
export interface DeskWithServer extends AsyncDisposable {
  readonly desk: RunningDesk
  readonly database: DatabaseServer
}

export interface DeskPlan {
  readonly place: TemporaryPlace
  readonly amazon: AmazonRelay
  /** Where replies go out, on 127.0.0.1. */
  readonly smtpPort: number
  /** Where mail comes in, by LMTP; 0 takes a free port. */
  readonly doorPort: number
}

/** Starts both, on what an earlier one left in the same place. Replies leave at once: nothing can be undone. */
export async function openDeskWithServer({ place, amazon, smtpPort, doorPort }: DeskPlan): Promise<DeskWithServer> {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await openServer({ dataDir: join(place.root, 'database'), dataArea: place.area }))
  const config = readConfig({
    HOME: place.root,
    DATABASE_URL: urlOf(database),
    SAFEREPLY_DATA_DIR: join(place.root, 'desk'),
    SAFEREPLY_HTTP_PORT: '0',
    SAFEREPLY_DOOR_PORT: String(doorPort),
    SAFEREPLY_DOOR_PROTOCOL: 'lmtp',
    SAFEREPLY_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    SAFEREPLY_UNDO_SECONDS: '0',
    SAFEREPLY_LOG_LEVEL: 'error',
  })
  const { selector, record } = amazon.dkimRecord()
  const resolveTxt = async (name: string) => (name.startsWith(`${selector}._domainkey.`) ? [[record]] : [])
  const desk = opened.use(await openDesk(config, { resolveTxt }))
  const closing = opened.move()
  return { desk, database, [Symbol.asyncDispose]: () => closing.disposeAsync() }
}

function urlOf(database: DatabaseServer): string {
  const connection = database.connection('admin')
  if ('connectionString' in connection) return connection.connectionString
  const { user, host, port, database: name } = connection
  return `postgresql://${user}@${encodeURIComponent(host)}:${port}/${name}`
}
