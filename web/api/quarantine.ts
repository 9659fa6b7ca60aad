import type { QuarantinedMailView } from '../../src/http/route/quarantine-shapes.ts'
import { call } from './client.ts'
import { isProblem } from './problem.ts'

export type QuarantinedMail = QuarantinedMailView

export const QUARANTINE_VIEWS = ['held', 'decided'] as const
export type QuarantineView = (typeof QUARANTINE_VIEWS)[number]

/** What a person can decide on a mail. */
export type QuarantineDecision = 'release' | 'dismiss' | 'report'

export async function readQuarantine(
  accountId: string,
  view: QuarantineView,
  signal: AbortSignal,
): Promise<readonly QuarantinedMail[]> {
  const path = `/accounts/${accountId}/quarantine?state=${view}`
  const { items } = await call<{ readonly items: readonly QuarantinedMail[] }>({ path, signal })
  return items
}

/** Decides on a mail; `changed` when somebody has decided before. */
export async function decideQuarantine(
  accountId: string,
  mailId: string,
  decision: QuarantineDecision,
): Promise<'decided' | 'changed'> {
  try {
    await call({ method: 'POST', path: `/accounts/${accountId}/quarantine/${mailId}/${decision}` })
    return 'decided'
  } catch (error) {
    if (isProblem(error, 'thing.changed')) return 'changed'
    throw error
  }
}
