import MimeNode from 'nodemailer/lib/mime-node'
import { Fault } from '../../base/fault.ts'
import { type ClearedReply, isCleared } from '../../policy/gate/cleared-reply.ts'
import { type ReplyHeaders, replyHeaders } from './reply-headers.ts'
import { replyText } from './reply-text.ts'

/** A mail ready for SMTP. */
export interface ComposedMail {
  readonly envelope: { readonly from: string; readonly to: string }
  readonly bytes: Uint8Array
}

/**
 * Writes the mail of a cleared reply: plain text, our words above the quoted ones, and no header that is not listed in
 * `replyHeaders`. Fault `gate.not-cleared` for anything the gate did not make.
 */
export async function composeReply(reply: ClearedReply, at: Date): Promise<ComposedMail> {
  if (!isCleared(reply)) throw new Fault('gate.not-cleared')
  const node = new MimeNode('text/plain; charset=utf-8', { newline: 'win' })
  node.setHeader(asList(replyHeaders(reply, at)))
  node.setContent(replyText(reply))
  return { envelope: { from: reply.sender, to: reply.recipient }, bytes: await node.build() }
}

function asList(headers: ReplyHeaders): { key: string; value: string }[] {
  return Object.entries(headers).map(([key, value]) => ({ key, value }))
}
