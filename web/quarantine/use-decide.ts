import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { problemSentence } from '../api/problem.ts'
import type { QuarantineDecision } from '../api/quarantine.ts'
import { decideQuarantine } from '../api/quarantine.ts'
import { quarantineKey } from '../api/queries.ts'
import type { DecisionOutcome } from './decision-words.ts'

/** Decides on mails of an account, one at a time, and tells what came of the last one. */
export function useDecide(accountId: string) {
  const client = useQueryClient()
  const [busyId, setBusyId] = useState<string>()
  const [outcome, setOutcome] = useState<DecisionOutcome>()

  async function decide(mailId: string, decision: QuarantineDecision): Promise<void> {
    setBusyId(mailId)
    setOutcome(await tryToDecide(accountId, mailId, decision))
    await client.invalidateQueries({ queryKey: quarantineKey(accountId) })
    setBusyId(undefined)
  }

  return { busyId, outcome, decide, forget: () => setOutcome(undefined) }
}

async function tryToDecide(accountId: string, mailId: string, decision: QuarantineDecision): Promise<DecisionOutcome> {
  try {
    const kind = await decideQuarantine(accountId, mailId, decision)
    return kind === 'changed' ? { kind } : { kind, decision }
  } catch (error) {
    return { kind: 'failed', sentence: problemSentence(error) }
  }
}
