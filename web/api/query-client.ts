import { QueryCache, QueryClient } from '@tanstack/react-query'

import { createCell } from '../cell/cell.ts'
import { ApiProblem, isProblem } from './problem.ts'

const RETRIES = 2
/** Changes arrive as events, so a read stays good until one comes. */
const FRESH_MS = 60_000

/** True once the desk has answered 401: the session ended, or there never was one. */
export const signedOut = createCell(false)

export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noteSignedOut }),
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: (count, error) => count < RETRIES && isPassing(error) },
    },
  })
}

/** Notes a 401; also for calls that are no queries. */
export function noteSignedOut(error: unknown): void {
  if (isProblem(error, 'session.missing')) signedOut.set(true)
}

/** Whether trying again could help: no answer, or a fault of the desk. */
function isPassing(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500
}
