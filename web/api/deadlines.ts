import type { DuesView, DueView } from '../../src/http/route/due-shapes.ts'
import { call } from './client.ts'
import type { ConversationPlace } from './conversations.ts'

/** Something of a conversation that runs: the answer, the risk of a claim, or what Amazon's mails started. */
export type Due = DueView
export type DuesPage = DuesView

const PAGE_SIZE = 100

/** What runs in all conversations after a cursor, due first; the first page without. */
export async function readDues(
  accountId: string,
  page: { readonly after: string | undefined; readonly signal: AbortSignal },
): Promise<DuesPage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) })
  if (page.after !== undefined) query.set('after', page.after)
  return await call<DuesPage>({ path: `/accounts/${accountId}/deadlines?${query}`, signal: page.signal })
}

/** Says that what had to be done in time is done. Cannot be taken back. */
export async function settleDeadline({ accountId }: ConversationPlace, deadlineId: string): Promise<void> {
  await call({ method: 'POST', path: `/accounts/${accountId}/deadlines/${deadlineId}/settle` })
}
