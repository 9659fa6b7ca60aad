import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

/** Amazon takes attachments of 10 MB in all; in Base64 and with its header such a mail stays under this. */
const REPLY_SIZE_LIMIT_BYTES = 15_000_000

/** An answer in the SMTP session other than 250. */
export interface SmtpRefusal {
  readonly code: number
  /** Begins with the enhanced status. */
  readonly response: string
}

/** Who decides about what comes in at the door. */
export interface ReplyHandler {
  /** At RCPT TO. */
  refuseRecipient(to: string, envelopeFrom: string): SmtpRefusal | undefined
  /** At the end of DATA, for each recipient. `afterwards` runs once the 250 is on its way. */
  take(reply: {
    readonly to: string
    readonly envelopeFrom: string
    readonly bytes: Uint8Array
  }): Promise<{ readonly refusal: SmtpRefusal } | { readonly afterwards: () => void }>
}

/** The SMTP server that takes the seller's replies. */
export interface ReplyDoor extends AsyncDisposable {
  readonly port: number
}

/** Opens the door on loopback. Rejects when the port is taken. */
export async function openReplyDoor(options: {
  readonly host: string
  readonly port: number
  readonly handler: ReplyHandler
}): Promise<ReplyDoor> {
  const { host, port, handler } = options
  const server = new SMTPServer({
    name: 'inbound-smtp.amazon.test',
    banner: 'simulated Amazon relay',
    size: REPLY_SIZE_LIMIT_BYTES,
    // The door stands on loopback only, and a certificate of its own would prove nothing to anybody.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: true,
    logger: false,
    closeTimeout: 1_000,
    onRcptTo(address, session, done) {
      const refusal = handler.refuseRecipient(address.address.toLowerCase(), senderOf(session))
      done(refusal === undefined ? null : smtpError(refusal))
    },
    onData(stream, session, done) {
      void answerData({ stream, session, handler, done })
    },
  })
  // A client that breaks off is its own affair; without a listener Node would end the relay over it.
  server.on('error', () => undefined)
  const listener = server.listen(port, host)
  await once(listener, 'listening')
  return {
    port: portOf(listener.address()),
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}

const TOO_LARGE: SmtpRefusal = { code: 552, response: '5.3.4 message too large' }
const FAILED: SmtpRefusal = { code: 451, response: '4.3.0 the relay failed' }

/** Never rejects: whatever happens, the client gets an answer. */
async function answerData(data: {
  readonly stream: SMTPServerDataStream
  readonly session: SMTPServerSession
  readonly handler: ReplyHandler
  readonly done: (error: Error | null, message?: string) => void
}): Promise<void> {
  const { stream, session, handler, done } = data
  const outcome = await takeForAll(stream, session, handler).catch((error: unknown) => {
    process.emitWarning(error instanceof Error ? error : 'the reply door failed')
    return { refusal: FAILED }
  })
  if ('refusal' in outcome) {
    done(smtpError(outcome.refusal))
    return
  }
  done(null, '2.0.0 taken')
  for (const run of outcome.afterwards) run()
}

/** A mail to several buyers is taken by all or refused: SMTP has one answer for all of them. */
async function takeForAll(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  handler: ReplyHandler,
): Promise<{ readonly refusal: SmtpRefusal } | { readonly afterwards: readonly (() => void)[] }> {
  const bytes = await buffer(stream)
  if (stream.sizeExceeded) return { refusal: TOO_LARGE }
  const afterwards: (() => void)[] = []
  for (const { address } of session.envelope.rcptTo) {
    const outcome = await handler.take({ to: address.toLowerCase(), envelopeFrom: senderOf(session), bytes })
    if ('refusal' in outcome) return outcome
    afterwards.push(outcome.afterwards)
  }
  return { afterwards }
}

function senderOf({ envelope }: SMTPServerSession): string {
  return envelope.mailFrom === false ? '' : envelope.mailFrom.address.toLowerCase()
}

function smtpError({ code, response }: SmtpRefusal): Error {
  return Object.assign(new Error(response), { responseCode: code })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the SMTP door has no port')
  return address.port
}
