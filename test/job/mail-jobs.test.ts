import assert from 'node:assert/strict'
import { test } from 'node:test'

import { startMailJobs } from '../../src/job/mail-jobs.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openTestDesk } from '../desk/test-desk.ts'
import { until } from '../desk/until.ts'

test('the desk does by itself what its mail needs: compares it, lets it in when asked, destroys it in time', async (t) => {
  const desk = await openTestDesk(t)
  const { accountId, mailbox } = await desk.openAccount('north')
  await desk.receive(mailbox, 'From: someone@elsewhere.example\r\nSubject: Alt\r\n\r\nHallo\r\n')
  await asAdmin(desk.database, `update quarantine set destroy_at = now() - interval '1 minute'`)
  await desk.receive(mailbox, buyerMail({ to: mailbox }))
  await desk.receive(mailbox, 'From: someone@elsewhere.example\r\nSubject: Neu\r\n\r\nHallo\r\n')
  // As if a person could judge it: read again it is still not Amazon's.
  await asAdmin(desk.database, `update quarantine set reason = 'ambiguous'`)
  const held = `/accounts/${accountId}/quarantine`
  const failures: unknown[] = []

  await using jobs = await startMailJobs(desk.receiving, { failed: (error) => failures.push(error) })
  const { items } = await until('the old mail to be destroyed', async () => {
    const listed = (await (await desk.request(held)).json()) as { items: { id: string; extract: string }[] }
    return listed.items.length === 1 ? listed : undefined
  })
  const asked = await desk.request(`${held}/${items[0]?.id}/release`, { method: 'POST' })
  const again = await until('the release to end', async () => {
    const listed = (await (await desk.request(held)).json()) as {
      items: { state: string; releaseHint: string | null }[]
    }
    return listed.items.find(({ state }) => state === 'held')
  })
  const compared = await until('the mailbox to be compared', async () => {
    const answer = await desk.request(`/accounts/${accountId}/reconciliation`)
    const shown = (await answer.json()) as { items: { reckonedAt: string | null; agrees: boolean; onServer: number }[] }
    return shown.items.find(({ reckonedAt }) => reckonedAt !== null)
  })

  assert.match(items[0]?.extract ?? '', /Neu/u)
  assert.equal(asked.status, 200)
  assert.deepEqual(again.releaseHint, 'still-unreadable')
  assert.deepEqual([compared.agrees, compared.onServer], [true, 3])
  assert.deepEqual(failures, [])
  assert.ok(jobs)
})
