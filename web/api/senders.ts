import type { SenderView } from '../../src/http/route/sender-shapes.ts'
import { call } from './client.ts'

/** An address answers leave from, and whether Amazon takes mail from it. */
export type Sender = SenderView

export async function readSenders(accountId: string, signal: AbortSignal): Promise<readonly Sender[]> {
  const path = `/accounts/${accountId}/senders`
  const { items } = await call<{ readonly items: readonly Sender[] }>({ path, signal })
  return items
}

/** Says that Amazon takes mail from an address again. */
export async function approveSender(accountId: string, address: string): Promise<void> {
  await call({ method: 'POST', path: `/accounts/${accountId}/senders/${encodeURIComponent(address)}/approve` })
}
