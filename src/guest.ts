import { buildParts, buildReceiving, openStoreOf } from './build-parts.ts'
import type { DeskGuest, GuestWishes } from './cli/running-desk.ts'
import type { Config } from './config.ts'
import { beginDesk } from './flow/begin-desk.ts'
import { createLog } from './log.ts'

/**
 * Builds the parts for a command that works on a desk's data, beside the desk that runs or, where none does, in its
 * place. It opens no door and does no job: a reply that a command sends is queued for the desk. What it opened is closed
 * again in reverse, also when it fails.
 */
export async function openGuest(config: Config, wishes: GuestWishes): Promise<DeskGuest> {
  const { secrets } = config
  const settings = { ...config.settings, dataDir: wishes.dataDir ?? config.settings.dataDir }
  // A command says itself what it does; without a wish of its own, only trouble is logged between its lines.
  const log = createLog(settings.logLevel ?? 'warn')
  await using opened = new AsyncDisposableStack()
  const store = opened.use(await openStoreOf({ settings, secrets }, { log, as: 'guest' }))
  const parts = await buildParts({ settings, store, opened, log, canSend: secrets.smtpUrl !== undefined })
  const owner = await beginDesk(parts)
  const receiving = buildReceiving(parts, { opened, log })
  const closing = opened.move()
  return {
    parts: receiving,
    owner: { personId: owner.id, tokenId: undefined },
    imapPassword: secrets.imapPassword,
    lost: store.lost,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}
