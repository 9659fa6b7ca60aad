import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'

import { z } from 'zod'

import { buyerMail } from '../desk/buyer-mail.ts'
import { CLEAN_TEXT } from '../desk/open-case.ts'
import { until } from '../desk/until.ts'
import { type DeskProcess, startDeskProcess } from '../process/desk-process.ts'
import { temporaryPlace } from '../store/server/temporary-place.ts'

const MAILBOX = 'north@shop.example'
const SAVES = 5

test('what a desk answered that it keeps is there after kill -9: each draft, and what was taken back', async () => {
  await using place = await temporaryPlace()
  const environment = { SAFEREPLY_SMTP_URL: 'smtp://127.0.0.1:9', SAFEREPLY_UNDO_SECONDS: '60' }
  const start = () => startDeskProcess({ command: 'start', dataDir: join(place.root, 'data'), environment })

  await using first = await start()
  const path = await openConversation(first)
  for (let version = 0; version < SAVES; version += 1)
    await answered(first, `PUT ${path}/draft`, { text: `Entwurf ${version + 1}`, version })
  await first.end('SIGKILL')

  await using second = await start()
  const kept = await conversation(second, path)
  assert.deepEqual(kept.draft, { text: `Entwurf ${SAVES}`, version: SAVES })
  const reply = await answered(second, `POST ${path}/replies`, { text: CLEAN_TEXT }, kept.version)
  await answered(second, `DELETE ${path.split('/conversations/')[0]}/replies/${reply.id}`)
  await second.end('SIGKILL')

  await using third = await start()
  const { draft } = await conversation(third, path)
  assert.equal(draft?.text, `${CLEAN_TEXT}\n\nEntwurf ${SAVES}`)
})

const conversationShape = z.object({
  version: z.int(),
  draft: z.object({ text: z.string(), version: z.int() }).nullable(),
})
const idShape = z.object({ id: z.string().optional() })

async function conversation(desk: DeskProcess, path: string) {
  return conversationShape.parse(await (await desk.request(path)).json())
}

/** Calls a route that changes something, such as `PUT /path`; the desk has answered that it did. */
async function answered(desk: DeskProcess, route: string, body?: unknown, version?: number) {
  const [method = '', path = ''] = route.split(' ')
  const headers = version === undefined ? {} : { 'if-match': `"${version}"`, 'idempotency-key': 'before-the-kill' }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const answer = await desk.request(path, init)
  assert.ok(answer.ok, `${route}: ${answer.status}`)
  return idShape.parse(await answer.json())
}

/** Opens an account to which a buyer has written; the path of the conversation. */
async function openConversation(desk: DeskProcess): Promise<string> {
  const account = await answered(desk, 'POST /accounts', {
    name: 'North',
    mailboxAddress: MAILBOX,
    approvedSender: MAILBOX,
  })
  await desk.handIn(MAILBOX, buyerMail({ to: MAILBOX }))
  const list = `/accounts/${account.id}/conversations`
  const itemsShape = z.object({ items: z.array(z.object({ id: z.string() })) })
  const { id } = await until('the conversation', async () => {
    const { items } = itemsShape.parse(await (await desk.request(`${list}?view=all`)).json())
    return items[0]
  })
  return `${list}/${id}`
}
