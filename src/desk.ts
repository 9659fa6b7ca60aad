import { fileURLToPath } from 'node:url'

import { Fault } from './base/fault.ts'
import { buildParts, buildReceiving, type Opening, openStoreOf } from './build-parts.ts'
import { type Door, openDoor } from './channel/mail/door.ts'
import { isLoopback } from './channel/mail/loopback.ts'
import { openSmtpOut, type SmtpOut } from './channel/mail/smtp-out.ts'
import { parseSmtpUrl } from './channel/mail/smtp-url.ts'
import type { DeskWishes, RunningDesk } from './cli/running-desk.ts'
import type { Config, KeyAndCertificate, Settings } from './config.ts'
import { beginDesk } from './flow/begin-desk.ts'
import { makeToken } from './flow/make-token.ts'
import { measureMail } from './flow/measure-mail.ts'
import type { DeskParts } from './flow/parts.ts'
import type { ReceiveMailParts } from './flow/receive/read-coming.ts'
import { hasMailbox, receiveMail } from './flow/receive/receive-mail.ts'
import { createApp } from './http/app.ts'
import { type ChangeHub, newChangeHub } from './http/change-hub.ts'
import { createMetricsApp } from './http/metrics.ts'
import { readPage } from './http/read-page.ts'
import { listen } from './http/serve.ts'
import { startMailJobs } from './job/mail-jobs.ts'
import { startJobs } from './job/start-jobs.ts'
import { type MailboxWatchers, watchMailboxes } from './job/watch-mailboxes.ts'
import { createLog, errorFacts } from './log.ts'
import { MAIL_MAX_BYTES } from './parse/pre-scan.ts'
import { listenForChanges } from './store/change.ts'
import { ping } from './store/database.ts'
import type { OpenStore } from './store/open-store.ts'

/** Builds the parts of a desk, joins them and starts it. What it opened is closed again in reverse, also when it fails. */
export async function openDesk(config: Config, wishes: DeskWishes): Promise<RunningDesk> {
  const settings = wished(config.settings, wishes)
  const log = createLog(settings.logLevel)
  await using opened = new AsyncDisposableStack()
  const store = opened.use(await openStoreOf({ settings, secrets: config.secrets }, { log, as: 'desk' }))
  const smtpUrl = wishes.smtpUrl ?? config.secrets.smtpUrl
  const out = smtpUrl === undefined ? undefined : openSmtpOut(parseSmtpUrl(smtpUrl))
  const parts = await buildParts({ settings, store, opened, log, canSend: out !== undefined })
  const owner = await beginDesk(parts)
  const receiving = buildReceiving(parts, { opened, log }, wishes.resolveTxt)
  const door = await openDeskDoor({ receiving, settings, opened, log, tls: config.secrets.doorTls })
  await startOutgoing({ parts, out, store, opened, log })
  const watchers = opened.use(
    watchMailboxes(receiving, {
      leases: store.leases,
      failed: (error) => log.error(errorFacts('job', error), 'mailbox'),
    }),
  )
  opened.use(await startMailJobs(receiving, { failed: (error) => log.error(errorFacts('job', error), 'job') }))
  const changes = await followChanges({ store, opened, watchers })
  const port = await servePages({ parts, settings, changes, opened, log })
  await serveMetrics({ parts, settings, opened, log })
  const token = await makeToken(parts, owner.id, 'link')
  const closing = opened.move()
  return {
    url:
      settings.publicUrl ??
      `http://${settings.httpHost.includes(':') ? `[${settings.httpHost}]` : settings.httpHost}:${port}`,
    token,
    dataDir: settings.dataDir,
    door: { host: door.host, port: door.port },
    owner: owner.id,
    parts,
    lost: store.lost,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

async function openDeskDoor(
  opening: Omit<Opening, 'store'> & {
    readonly receiving: ReceiveMailParts
    readonly tls: KeyAndCertificate | undefined
  },
): Promise<Door> {
  const { receiving, settings, opened, log, tls } = opening
  const door = await openDoor({
    host: settings.doorHost,
    port: settings.doorPort,
    protocol: settings.doorProtocol,
    maxBytes: MAIL_MAX_BYTES,
    ...(tls ? { tls } : {}),
    isKnown: (address) => hasMailbox(receiving, address),
    async receive(mail) {
      const outcome = await receiveMail(receiving, mail)
      log.info({ room: 'channel', outcome, sizeBytes: mail.bytes.length }, 'mail in')
      return outcome === 'no-mailbox' ? { kind: 'refused', code: 550, sentence: 'no such mailbox' } : { kind: 'stored' }
    },
    onError: (error) => log.error(errorFacts('channel', error), 'mail in failed; its sender tries again'),
  })
  return opened.use(door)
}

async function startOutgoing(
  opening: Omit<Opening, 'settings'> & { readonly parts: DeskParts; readonly out: SmtpOut | undefined },
): Promise<void> {
  const { parts, out, store, opened, log } = opening
  if (!out) {
    log.warn({ room: 'channel' }, 'no mail server is set: replies cannot be sent. Set SAFEREPLY_SMTP_URL')
    return
  }
  const failed = (error: unknown): void => log.error(errorFacts('job', error), 'job')
  opened.use(await startJobs({ ...parts, out }, { isAlone: store.isAlone, failed }))
}

/** Tells the open pages what changed, and the watchers which mailboxes there are. */
async function followChanges(opening: {
  readonly store: OpenStore
  readonly opened: AsyncDisposableStack
  readonly watchers: MailboxWatchers
}): Promise<ChangeHub> {
  const { store, opened, watchers } = opening
  const changes = newChangeHub()
  opened.use(
    await listenForChanges(store.connection, {
      change(change) {
        changes.tell(change)
        if (change.type === 'mailbox') watchers.look()
      },
      interrupted: () => changes.interrupt(),
    }),
  )
  return changes
}

async function servePages(
  opening: Omit<Opening, 'store'> & { readonly parts: DeskParts; readonly changes: ChangeHub },
): Promise<number> {
  const { parts, settings, changes, opened, log } = opening
  const app = createApp({
    desk: parts,
    changes,
    isHttps: settings.publicUrl?.startsWith('https:') ?? false,
    page: await readPage(fileURLToPath(new URL(PAGE_FOLDER, import.meta.url))),
    ready: () => ping(parts.db),
    log: ({ error, ...event }) =>
      log[event.status >= 500 ? 'error' : 'info'](
        { ...event, ...(error ? errorFacts('http', error) : { room: 'http' }) },
        'request',
      ),
  })
  const server = await listen(app, { host: settings.httpHost, port: settings.httpPort })
  // Streams are let go first: a server waits for them, and they wait for changes.
  opened.use(server)
  opened.defer(() => changes.interrupt())
  return server.port
}

/** Numbers for a Prometheus, when a port was set for them. They need no session, and are on no port that people reach. */
async function serveMetrics(opening: Omit<Opening, 'store'> & { readonly parts: DeskParts }): Promise<void> {
  const { parts, settings, opened, log } = opening
  const { metricsHost: host, metricsPort: port } = settings
  if (port === undefined) return
  const failed = (error: unknown): void => log.error(errorFacts('http', error), 'metrics')
  const app = createMetricsApp({ measure: measureMail(parts), failed })
  const server = opened.use(await listen(app, { host, port, chooseBy: 'SAFEREPLY_METRICS_PORT' }))
  log.info({ room: 'http', host, port: server.port }, 'metrics')
}

/** `dist/web` seen from `src/desk.ts` in a clone and from `dist/src/desk.js` in the package. */
const PAGE_FOLDER = import.meta.url.endsWith('.ts') ? '../dist/web' : '../web'

/** The settings with what the command line wishes. Pages beyond loopback are served over https, or not at all. */
function wished(settings: Settings, wishes: DeskWishes): Settings {
  const httpHost = wishes.httpHost ?? settings.httpHost
  const isHttps = settings.publicUrl?.startsWith('https:') ?? false
  if (!isLoopback(httpHost) && !isHttps) {
    throw new Fault('config.invalid', {
      detail: `${httpHost} is beyond this machine: put a proxy with TLS before the pages and name it in SAFEREPLY_PUBLIC_URL`,
    })
  }
  return {
    ...settings,
    dataDir: wishes.dataDir ?? settings.dataDir,
    httpHost,
    httpPort: wishes.httpPort ?? settings.httpPort,
    doorPort: wishes.doorPort ?? settings.doorPort,
  }
}
