import type { ProposedReply } from '../../policy/gate/cleared-reply.ts'

/** Between our words and the quoted ones. Not of dashes, which Amazon's template uses to mark a text. */
const SEPARATOR = '________________________________'

/** The text a reply leaves with: our words, and below a line the buyer's redacted words behind `> `. Ends in a line end. */
export function replyText(reply: Pick<ProposedReply, 'body' | 'quoted'>): string {
  const body = lines(reply.body)
  const quoted = reply.quoted.trim() === '' ? [] : ['', SEPARATOR, ...lines(reply.quoted).map(quote)]
  return [...body, ...quoted, ''].join('\n')
}

function quote(line: string): string {
  return line === '' ? '>' : `> ${line}`
}

function lines(text: string): readonly string[] {
  return text.split(/\r\n?|\n/u)
}
