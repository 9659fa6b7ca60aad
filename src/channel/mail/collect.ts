import type { SMTPServerDataStream } from 'smtp-server'
import { concat } from '../../base/bytes.ts'

/**
 * The bytes of a mail as it comes in; `broken-off` when the connection ends before the mail does. Of a mail that is
 * `too-large` nothing is kept, however long its sender goes on. Never rejects.
 */
export async function collectMail(
  stream: SMTPServerDataStream,
  maxBytes: number,
): Promise<Uint8Array | 'too-large' | 'broken-off'> {
  let chunks: Uint8Array[] = []
  let sizeBytes = 0
  const { promise, resolve } = Promise.withResolvers<'whole' | 'broken-off'>()
  stream.on('data', (chunk: Uint8Array) => {
    sizeBytes += chunk.length
    if (sizeBytes <= maxBytes) chunks.push(chunk)
    else chunks = []
  })
  stream.once('end', () => resolve('whole')).once('error', () => resolve('broken-off'))
  stream.once('close', () => resolve('broken-off'))
  if ((await promise) === 'broken-off') return 'broken-off'
  return sizeBytes > maxBytes ? 'too-large' : concat(...chunks)
}
