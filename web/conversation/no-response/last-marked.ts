import type { QueryClient } from '@tanstack/react-query'

import type { NoResponseReason } from '../../../src/model/no-response.ts'
import type { ReadConversation } from '../../api/no-response.ts'
import { needResponse } from '../../api/no-response.ts'
import { problemSentence } from '../../api/problem.ts'
import { createCell } from '../../cell/cell.ts'
import { readAgain } from '../../reply/read-again.ts'

/** A mark that can be taken back at once. */
export interface LastMarked {
  /** The conversation as the mark has left it. */
  readonly read: ReadConversation
  readonly reason: NoResponseReason
  readonly markedAt: Date
  /** Until then it is offered; afterwards the message itself still is. */
  readonly endsAt: Date
  /** Why it could not be taken back. */
  readonly problem?: string
}

/** The newest mark set in this tab: what `z` takes back. */
export const lastMarked = createCell<LastMarked | undefined>(undefined)

/** Takes a mark back: the buyer's message needs an answer after all. */
export async function takeMarkBack(client: QueryClient, marked: LastMarked): Promise<void> {
  try {
    const outcome = await needResponse(marked.read)
    lastMarked.set(
      outcome.kind === 'done' ? undefined : { ...marked, problem: 'Something happened there since. Look again.' },
    )
  } catch (error) {
    lastMarked.set({ ...marked, problem: problemSentence(error) })
  }
  await readAgain(client, marked.read)
}
