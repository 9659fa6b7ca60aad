import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { problemSentence } from '../api/problem.ts'
import { sendersKey } from '../api/queries.ts'
import { approveSender } from '../api/senders.ts'

/** Says of addresses of an account that Amazon takes mail from them again, one at a time. */
export function useApprove(accountId: string) {
  const client = useQueryClient()
  const [busyWith, setBusyWith] = useState<string>()
  const [problem, setProblem] = useState<string>()

  async function approve(address: string): Promise<void> {
    setBusyWith(address)
    setProblem(undefined)
    try {
      await approveSender(accountId, address)
      await client.invalidateQueries({ queryKey: sendersKey(accountId) })
    } catch (error) {
      setProblem(problemSentence(error))
    }
    setBusyWith(undefined)
  }

  return { approve, busyWith, problem }
}
