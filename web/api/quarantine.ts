import type { QuarantinedMailView } from '../../src/http/route/shapes.ts'
import { call } from './client.ts'

export type QuarantinedMail = QuarantinedMailView

export async function readQuarantine(accountId: string, signal: AbortSignal): Promise<readonly QuarantinedMail[]> {
  const path = `/accounts/${accountId}/quarantine`
  const { items } = await call<{ readonly items: readonly QuarantinedMail[] }>({ path, signal })
  return items
}
