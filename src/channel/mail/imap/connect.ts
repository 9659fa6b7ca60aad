import { ImapFlow } from 'imapflow'
import { ImapFailure } from './failure.ts'
import { assertSafe, IMAP_LIMITS, type ImapSettings } from './settings.ts'

export interface ConnectOptions {
  readonly signal: AbortSignal
  /** (Default: `IMAP_LIMITS.silenceMs`) */
  readonly silenceMs?: number
}

/**
 * Connects and logs in; opens no folder. When `signal` aborts, the connection is cut at once. Rejects with
 * `ImapFailure`, Fault `config.invalid`, or the signal's reason.
 */
export async function connectImap(settings: ImapSettings, options: ConnectOptions): Promise<ImapFlow> {
  const { signal, silenceMs = IMAP_LIMITS.silenceMs } = options
  assertSafe(settings)
  signal.throwIfAborted()
  const client = new ImapFlow(clientOptions(settings, silenceMs))
  // Whoever waits for an answer hears of a broken connection there; without a listener it would end the process.
  client.on('error', () => undefined)
  const cut = () => client.close()
  signal.addEventListener('abort', cut, { once: true })
  client.once('close', () => signal.removeEventListener('abort', cut))
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    signal.throwIfAborted()
    throw ImapFailure.of(error)
  }
}

function clientOptions(settings: ImapSettings, silenceMs: number): ConstructorParameters<typeof ImapFlow>[0] {
  return {
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    doSTARTTLS: settings.security === 'starttls',
    servername: settings.servername,
    auth: { user: settings.user, pass: settings.password },
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ca: settings.ca },
    // The library's log would hold names of mailboxes and the server's texts.
    logger: false,
    clientInfo: { name: 'Safereply', version: false, vendor: false, 'support-url': false },
    disableAutoIdle: true,
    // What is compressed unpacks to more than it says; extensions would bring answers that nobody asked for.
    disableCompression: true,
    disableAutoEnable: true,
    disableIMAP4rev2: true,
    connectionTimeout: IMAP_LIMITS.connectMs,
    greetingTimeout: IMAP_LIMITS.greetingMs,
    socketTimeout: silenceMs,
    maxIdleTime: IMAP_LIMITS.idleMs,
    maxLiteralSize: IMAP_LIMITS.answerBytes,
    maxResponseSize: IMAP_LIMITS.answerBytes * 2,
    maxLineLength: IMAP_LIMITS.lineBytes,
  }
}
