import { QueryClient } from '@tanstack/react-query'

import { ApiProblem } from './problem.ts'

const RETRIES = 2
/** Changes arrive as events, so a read stays good until one comes. */
const FRESH_MS = 60_000

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: (count, error) => count < RETRIES && isPassing(error) },
    },
  })
}

/** Whether trying again could help: no answer, or a fault of the desk. */
function isPassing(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500
}
