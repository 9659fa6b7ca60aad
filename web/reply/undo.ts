import type { QueryClient } from '@tanstack/react-query'

import { conversationQuery } from '../api/queries.ts'
import { undoReply } from '../api/replies.ts'
import type { QueuedReply } from './last-queued.ts'
import { lastQueued } from './last-queued.ts'
import { readAgain } from './read-again.ts'
import type { ReplyDesk } from './reply-desk.ts'
import { meetConversation, replyDeskOf } from './reply-desks.ts'

/** Takes a queued reply back and puts its text into the editor again; says so when that was not possible. */
export async function undo(client: QueryClient, queued: Omit<QueuedReply, 'buyerName'>): Promise<void> {
  const { place, reply } = queued
  if (lastQueued.get()?.reply.id === reply.id) lastQueued.set(undefined)
  const outcome = await undoReply(place.accountId, reply.id).catch(() => 'no-answer' as const)
  await readAgain(client, place)
  const conversation = await client.query({ ...conversationQuery(place), staleTime: 'static' })
  const desk = replyDeskOf(place, conversation)
  meetConversation(desk, conversation)
  if (outcome === 'no-answer') return desk.notice.set('undo-unsure')
  if (outcome?.state !== 'undone') return desk.notice.set('too-late')
  giveBack(desk, outcome.text)
  desk.notice.set('taken-back')
  desk.focus()
}

/** Nothing is lost: what was begun meanwhile stays below the text that comes back. */
export function giveBack(desk: ReplyDesk, text: string): void {
  if (desk.text.startsWith(text)) return
  desk.write(desk.text.trim() === '' ? text : `${text}\n\n${desk.text}`)
}
