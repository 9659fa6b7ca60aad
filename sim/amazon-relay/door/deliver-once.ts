import { createTransport } from 'nodemailer'
import type { MailDoor } from '../desk.ts'

/** What the desk's door said to one attempt. `code` is missing when nobody answered. */
export interface Attempt {
  readonly taken: boolean
  readonly code: number | undefined
  readonly response: string
}

const CONNECTION_TIMEOUT_MS = 5_000

/** Offers a mail to the desk's door, on a connection of its own. Never rejects. */
export async function deliverOnce(
  door: MailDoor,
  mail: { readonly envelope: { readonly from: string; readonly to: string }; readonly raw: Uint8Array },
): Promise<Attempt> {
  const transport = createTransport({
    host: door.host,
    port: door.port,
    name: 'outbound-smtp.amazon.test',
    lmtp: door.protocol === 'lmtp',
    // As between mail servers everywhere: encrypted where the other side offers it, whoever it is.
    tls: { rejectUnauthorized: false },
    connectionTimeout: CONNECTION_TIMEOUT_MS,
  })
  try {
    const info = await transport.sendMail({ envelope: { ...mail.envelope }, raw: Buffer.from(mail.raw) })
    // LMTP answers for each recipient after DATA, and the library does not throw for a late refusal.
    const refusal = info.rejectedErrors?.[0]
    return refusal === undefined ? { taken: true, code: 250, response: info.response } : refused(refusal)
  } catch (error) {
    return refused(error)
  } finally {
    transport.close()
  }
}

function refused(error: unknown): Attempt {
  if (!(error instanceof Error)) return { taken: false, code: undefined, response: 'no answer' }
  const code = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined
  return { taken: false, code, response: error.message }
}
