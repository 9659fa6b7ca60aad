import { EventEmitter, once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { createTransport } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { MailDoor } from '../../sim/amazon-relay/desk.ts'

/** A mail as it came through the door. */
export interface ReceivedMail {
  readonly raw: Buffer
  readonly mail: Email
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
}

/** A tiny mail server that stands for the seller's desk. */
export interface DeskDoor extends AsyncDisposable {
  readonly door: MailDoor
  readonly received: readonly ReceivedMail[]
  /** Answers the next mails with these codes instead of 250, one each. */
  refuseNext(...codes: readonly number[]): void
  /** Resolves at the next refusal. */
  refusal(): Promise<unknown>
}

/** Opens the door on a free port of loopback. */
export async function openDeskDoor(protocol: MailDoor['protocol'] = 'smtp'): Promise<DeskDoor> {
  const received: ReceivedMail[] = []
  const refusals: number[] = []
  const events = new EventEmitter()
  const server = new SMTPServer({
    lmtp: protocol === 'lmtp',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      void buffer(stream).then(async (raw) => {
        const code = refusals.shift()
        if (code !== undefined) {
          events.emit('refusal')
          return done(Object.assign(new Error('not now'), { responseCode: code }))
        }
        const { mailFrom, rcptTo } = session.envelope
        const envelope = {
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
        }
        received.push({ raw, mail: await PostalMime.parse(raw), envelope })
        return done(null)
      })
    },
  })
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('the desk has no port')
  return {
    door: { host: '127.0.0.1', port: address.port, protocol },
    received,
    refuseNext: (...codes) => refusals.push(...codes),
    refusal: () => once(events, 'refusal'),
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}

/** A reply of the seller's. */
export interface TestReply {
  readonly to: string
  readonly text: string
  readonly from?: string
  readonly subject?: string
  readonly mailId?: string
  readonly answers?: string
}

/** Sends a reply to the relay as any mail server would; the code of its answer and what it said. */
export async function sendReply(
  relay: { readonly smtpHost: string; readonly smtpPort: number },
  reply: TestReply,
): Promise<{ readonly code: number; readonly response: string }> {
  const transport = createTransport({ host: relay.smtpHost, port: relay.smtpPort })
  try {
    const { response } = await transport.sendMail({
      from: reply.from ?? 'desk@shop.example',
      to: reply.to,
      subject: reply.subject ?? 'Re: your message',
      text: reply.text,
      messageId: reply.mailId,
      inReplyTo: reply.answers,
      references: reply.answers,
    })
    return { code: Number(response.slice(0, 3)), response }
  } catch (error) {
    if (error instanceof Error && 'responseCode' in error && 'response' in error)
      return { code: Number(error.responseCode), response: String(error.response) }
    throw error
  } finally {
    transport.close()
  }
}
