import { setTimeout as delay } from 'node:timers/promises'
import { after } from '../../../base/clock.ts'
import { backOffMs, IMAP_BACK_OFF } from './back-off.ts'
import { ImapFailure } from './failure.ts'
import { assertSafe } from './settings.ts'
import { watchOnce } from './watch-once.ts'
import type { WatchOptions } from './watch-options.ts'

/**
 * The life of one mailbox: hands over every mail above its position, then waits for more; on any failure it backs off
 * alone and begins again. Resolves within two seconds of the signal. Rejects only with Fault `config.invalid`, for
 * settings that are not safe.
 */
export async function watchImap(options: WatchOptions): Promise<void> {
  assertSafe(options.settings)
  const { signal, clock, random } = options
  const record = { failures: 0, cutOffs: 0 }
  while (!signal.aborted) {
    try {
      options.told?.({ state: 'connecting' })
      await watchOnce(options, record)
    } catch (error) {
      if (signal.aborted) return
      const { problem } = ImapFailure.of(error)
      record.failures += 1
      const waitMs = backOffMs({ failures: record.failures, problem }, random, options.backOff ?? IMAP_BACK_OFF)
      options.told?.({ state: 'failing', problem, retryAt: after(clock.now(), waitMs) })
      // The signal ends this wait and with it the loop.
      await delay(waitMs, undefined, { signal }).catch(() => undefined)
    }
  }
}
