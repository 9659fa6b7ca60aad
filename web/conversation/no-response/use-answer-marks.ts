import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { after, SECOND_MS } from '../../../src/base/clock.ts'
import type { NoResponseReason } from '../../../src/model/no-response.ts'
import type { Conversation, ConversationPlace } from '../../api/conversations.ts'
import type { MarkOutcome } from '../../api/no-response.ts'
import { finishOwed, needNoResponse, needResponse } from '../../api/no-response.ts'
import { problemSentence } from '../../api/problem.ts'
import { conversationQuery } from '../../api/queries.ts'
import { deskClock } from '../../clock/desk-clock.ts'
import { readAgain } from '../../reply/read-again.ts'
import { lastMarked } from './last-marked.ts'

/** As long as a reply can be taken back, mostly. */
const UNDO_MS = 10 * SECOND_MS

const CHANGED = 'Something happened here since you looked, so nothing was done. Look again, then decide.'

/** What a person can say of a conversation without writing to the buyer. */
export interface AnswerMarks {
  readonly isBusy: boolean
  /** Why the last word was not taken; undefined when it was. */
  readonly problem: string | undefined
  needNone(reason: NoResponseReason): void
  needOne(): void
  finish(): void
}

export function useAnswerMarks(conversation: Conversation, place: ConversationPlace): AnswerMarks {
  const client = useQueryClient()
  const [busyIn, setBusyIn] = useState<string>()
  const [failed, setFailed] = useState<{ readonly conversationId: string; readonly problem: string }>()
  const { conversationId } = place
  const read = { ...place, version: conversation.version }

  /** `done` hears of it before anything is read again, so that `z` takes back what the page shows already. */
  async function say(word: () => Promise<MarkOutcome>, done?: (said: Conversation) => void): Promise<void> {
    setBusyIn(conversationId)
    setFailed(undefined)
    const outcome = await word().catch((error: unknown) => problemSentence(error))
    if (typeof outcome !== 'string' && outcome.kind === 'done') {
      client.setQueryData(conversationQuery(place).queryKey, outcome.conversation)
      done?.(outcome.conversation)
    } else {
      setFailed({ conversationId, problem: typeof outcome === 'string' ? outcome : CHANGED })
    }
    await readAgain(client, place)
    setBusyIn(undefined)
  }

  function needNone(reason: NoResponseReason): Promise<void> {
    return say(
      () => needNoResponse(read, reason),
      ({ version }) => {
        const markedAt = deskClock.now()
        lastMarked.set({ read: { ...place, version }, reason, markedAt, endsAt: after(markedAt, UNDO_MS) })
      },
    )
  }

  function needOne(): Promise<void> {
    return say(
      () => needResponse(read),
      () => lastMarked.set(undefined),
    )
  }

  return {
    isBusy: busyIn === conversationId,
    problem: failed?.conversationId === conversationId ? failed.problem : undefined,
    needNone: (reason) => void needNone(reason),
    needOne: () => void needOne(),
    finish: () => void say(() => finishOwed(read)),
  }
}
