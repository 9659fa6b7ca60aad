import { once } from 'node:events'

import { buildParts, openStoreOf } from '../../src/build-parts.ts'
import { openSmtpOut } from '../../src/channel/mail/smtp-out.ts'
import { parseSmtpUrl } from '../../src/channel/mail/smtp-url.ts'
import { readConfig } from '../../src/config.ts'
import { startJobs } from '../../src/job/start-jobs.ts'
import { createLog } from '../../src/log.ts'

/*
 * What delivers replies, as a process of its own and with nothing else of a desk, so that a test can kill it often. Its
 * environment is a desk's. It opens all it needs, says `ready`, and begins when it is told so.
 */
const { settings, secrets } = readConfig()
const log = createLog('error')
await using opened = new AsyncDisposableStack()
const store = opened.use(await openStoreOf({ settings, secrets }, { log, as: 'desk' }))
const parts = await buildParts({ settings, store, opened, log, canSend: true })
const out = openSmtpOut(parseSmtpUrl(secrets.smtpUrl ?? ''))
console.log('ready')
await once(process.stdin, 'data')
const failed = (error: unknown): void => log.error({ error: String(error) }, 'job')
opened.use(await startJobs({ ...parts, out }, { isAlone: store.isAlone, failed }))
await once(process.stdin, 'end')
