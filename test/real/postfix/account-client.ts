import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'

import { SenderShape, SendersShape } from '../../../src/http/route/sender-shapes.ts'
import {
  AccountShape,
  type ConversationRowView,
  ConversationShape,
  type ConversationView,
  InboxShape,
} from '../../../src/http/route/shapes.ts'

/** One account of a desk over its API, as a program uses it. Each call fails on an answer that is no success. */
export interface AccountClient {
  /** All conversations as the list shows them. */
  list(): Promise<readonly ConversationRowView[]>
  show(id: string): Promise<ConversationView>
  /** Sends a reply to the conversation as it is now. */
  reply(id: string, text: string): Promise<void>
  /** Whether Amazon takes mail from the mailbox's address, by what the desk knows. */
  senderState(): Promise<string | undefined>
  /** Says that it does again. */
  approve(): Promise<void>
}

/** Opens an account on a desk; `desk` tells for each call where the desk is then. */
export async function openAccountClient(
  desk: () => { readonly url: string; readonly token: string },
  mailbox: string,
): Promise<AccountClient> {
  async function request(path: string, init: RequestInit = {}): Promise<unknown> {
    const { url, token } = desk()
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers }
    const response = await fetch(`${url}/api/v1${path}`, { ...init, headers })
    assert.ok(response.ok, `${path} answered ${response.status}`)
    return response.json()
  }

  const wish = { name: 'North', mailboxAddress: mailbox, approvedSender: mailbox }
  const account = AccountShape.parse(await request('/accounts', { method: 'POST', body: JSON.stringify(wish) }))
  const conversations = `/accounts/${account.id}/conversations`
  const senders = `/accounts/${account.id}/senders`
  const show = async (id: string) => ConversationShape.parse(await request(`${conversations}/${id}`))
  return {
    async list() {
      return InboxShape.parse(await request(`${conversations}?view=all&limit=100`)).items
    },
    show,
    async reply(id, text) {
      const { version } = await show(id)
      const headers = { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() }
      await request(`${conversations}/${id}/replies`, { method: 'POST', headers, body: JSON.stringify({ text }) })
    },
    async senderState() {
      const { items } = SendersShape.parse(await request(senders))
      return items.find(({ address }) => address === mailbox)?.state
    },
    async approve() {
      const path = `${senders}/${encodeURIComponent(mailbox)}/approve`
      SenderShape.parse(await request(path, { method: 'POST' }))
    },
  }
}
