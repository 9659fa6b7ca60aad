import { type OpenConversation, showConversation } from '../../flow/show-conversation.ts'
import type { ConversationId } from '../../model/ids.ts'
import { EXIT, say } from '../output.ts'
import type { Doors } from '../running-desk.ts'
import { type AnswerOptions, withThing } from './find.ts'
import { rowData } from './row-report.ts'
import { replyData, replyLine } from './reply-report.ts'

/** Shows one conversation: its messages, its replies and where they are, its clocks, one's own draft. */
export function showOne(doors: Doors, name: string, options: AnswerOptions): Promise<number> {
  return withThing<ConversationId, OpenConversation>(
    doors,
    { name, options },
    ({ parts, owner }, { accountId, id: conversationId }) =>
      showConversation(parts, owner, { accountId, conversationId }),
    (shown) => {
      if (options.json) say(JSON.stringify(conversationData(shown)))
      else for (const line of conversationLines(shown)) say(line)
      return EXIT.ok
    },
  )
}

function conversationData(shown: OpenConversation) {
  const { messages, replies, draft, deadlines } = shown
  return {
    ...rowData(shown),
    messages: messages.map(({ row: message, text, noResponse, noResponseUrl }) => ({
      id: String(message.id),
      kind: message.kind,
      at: message.at.toISOString(),
      authenticity: message.authenticity,
      text: text ?? null,
      noResponse: noResponse?.reason ?? null,
      noResponseUrl: noResponseUrl ?? null,
    })),
    replies: replies.map(({ row: reply }) => replyData(reply)),
    draft: draft ? { text: draft.text, version: draft.version } : null,
    deadlines: deadlines.map(({ id, kind, dueAt, settled }) => ({
      id: String(id),
      kind,
      dueAt: dueAt.toISOString(),
      settledAt: settled?.at.toISOString() ?? null,
    })),
  }
}

function conversationLines(shown: OpenConversation): readonly string[] {
  const { row, buyerName, subject, messages, replies, draft, deadlines } = shown
  const running = deadlines.filter(({ settled }) => settled === undefined)
  return [
    `${buyerName ?? 'name erased'}: ${subject ?? ''}`,
    `${row.state}, version ${row.version}${row.dueAt ? `, due ${row.dueAt.toISOString()}` : ''}`,
    ...running.map(({ id, kind, dueAt }) => `deadline ${id}  ${kind}  ${dueAt.toISOString()}`),
    ...messages.flatMap(({ row: message, text, noResponse }) => [
      '',
      `${message.at.toISOString()}  ${message.kind}${noResponse ? ` (needs no answer: ${noResponse.reason})` : ''}`,
      ...(text ?? 'erased').split('\n').map((line) => `    ${line}`),
    ]),
    ...(replies.length === 0 ? [] : ['', ...replies.map((reply) => replyLine(reply.row))]),
    ...(draft ? ['', `draft, version ${draft.version}`, ...draft.text.split('\n').map((line) => `    ${line}`)] : []),
  ]
}
