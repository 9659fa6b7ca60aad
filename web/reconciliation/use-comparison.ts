import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { MINUTE_MS, SECOND_MS } from '../../src/base/clock.ts'
import { problemSentence } from '../api/problem.ts'
import { proofsKey } from '../api/queries.ts'
import type { MailboxProof } from '../api/reconciliation.ts'
import { compareNow } from '../api/reconciliation.ts'
import { deskClock } from '../clock/desk-clock.ts'
import { useNow } from '../clock/tick.ts'
import type { Comparison } from './comparison.ts'
import { isRunning } from './comparison.ts'

/** The end of a comparison is told; this is for a stream that broke off meanwhile. */
const LOOK_MS = 5 * SECOND_MS
/** A mailbox that does not answer must not keep the button shut. */
const PATIENCE_MS = 5 * MINUTE_MS

/** Asks for a comparison and waits until it is there. */
export function useComparison(accountId: string) {
  const client = useQueryClient()
  const now = useNow()
  const [asked, setAsked] = useState<Comparison>()
  const [problem, setProblem] = useState<string>()
  const isWaiting = asked !== undefined && now.getTime() - asked.askedAt.getTime() < PATIENCE_MS

  function giveUp(why: string): void {
    setAsked(undefined)
    setProblem(why)
  }

  async function start(before: readonly MailboxProof[]): Promise<void> {
    setProblem(undefined)
    const wish = { askedAt: deskClock.now(), before }
    setAsked({ ...wish, queued: undefined })
    try {
      const queued = await compareNow(accountId)
      if (queued === 0) giveUp('No mailbox of this account is fetched, so there is nothing to compare.')
      else setAsked({ ...wish, queued })
    } catch (error) {
      giveUp(problemSentence(error))
    }
    await client.invalidateQueries({ queryKey: proofsKey(accountId) })
  }

  return {
    start,
    problem,
    isRunning: (proofs: readonly MailboxProof[]) => isWaiting && isRunning(asked, proofs),
    lookMs: isWaiting ? LOOK_MS : (false as const),
  }
}
