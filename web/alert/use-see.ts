import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Alert } from '../api/alerts.ts'
import { seeAlert } from '../api/alerts.ts'
import { problemSentence } from '../api/problem.ts'
import { alertsKey, alertsQuery } from '../api/queries.ts'

/** Says of alerts that somebody has seen them. They go at once, and come back when the desk did not take it. */
export function useSee(accountId: string) {
  const client = useQueryClient()
  const [problem, setProblem] = useState<string>()

  async function see(seen: readonly Alert[]): Promise<void> {
    const ids = new Set(seen.map(({ id }) => id))
    setProblem(undefined)
    await client.cancelQueries({ queryKey: alertsKey(accountId) })
    client.setQueryData(alertsQuery(accountId).queryKey, (known) =>
      known ? { ...known, items: known.items.filter(({ id }) => !ids.has(id)) } : known,
    )
    const outcomes = await Promise.allSettled([...ids].map((id) => seeAlert(accountId, id)))
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    if (failed) setProblem(problemSentence(failed.reason))
    await client.invalidateQueries({ queryKey: alertsKey(accountId) })
  }

  return { see, problem }
}
