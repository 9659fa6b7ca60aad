import type { Tenant } from '../access/tenants.ts'
import type { ApiRoute } from './api-document.ts'
import { routeName } from './api-document.ts'

const SOURCE = { host: '127.0.0.1', port: 1, security: 'none', user: 'eingang', folder: 'INBOX' }

/** A body that each route which takes one accepts. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/v1/accounts': {
    name: 'South',
    mailboxAddress: 'south@shop.example',
    approvedSender: 'south@shop.example',
  },
  'POST /api/v1/accounts/{account}/conversations/{conversation}/replies': {
    text: 'Guten Tag, Ihr Paket kommt morgen bei Ihnen an. Viele Grüße',
  },
  'POST /api/v1/accounts/{account}/conversations/{conversation}/no-response': { reason: 'thanks' },
  'PUT /api/v1/accounts/{account}/conversations/{conversation}/draft': { text: 'Nur ein Entwurf.', version: 1 },
  'POST /api/v1/accounts/{account}/conversations/{conversation}/check': { text: 'Guten Tag' },
  'POST /api/v1/accounts/{account}/replies/{reply}/resolution': { outcome: 'sent' },
  'PUT /api/v1/accounts/{account}/rules/{rule}': { force: 'never', reason: 'Wir wollen es so.' },
  'POST /api/v1/accounts/{account}/mailboxes': {
    address: 'second@shop.example',
    approvedSender: 'second@shop.example',
  },
  'PATCH /api/v1/accounts/{account}/mailboxes/{mailbox}': { authservIds: ['mx.shop.example'], deadlinesFrom: null },
  'PUT /api/v1/accounts/{account}/mailboxes/{mailbox}/source': { ...SOURCE, password: 'ein-anderes-wort' },
  'POST /api/v1/accounts/{account}/mailboxes/{mailbox}/try': SOURCE,
  // As JSON it is a quoted header: the report of no order.
  'POST /api/v1/accounts/{account}/order-reports': 'order-id',
  'POST /api/v1/check': { text: 'Guten Tag' },
  'POST /api/v1/session': { token: '0'.repeat(64) },
}

/** Ids by the names that paths give them. */
export type PathIds = Readonly<Record<string, number | string>>

/** The ids of a tenant's things. A rule belongs to nobody. */
export function pathIdsOf(tenant: Tenant): PathIds {
  return {
    account: tenant.accountId,
    conversation: tenant.conversationId,
    quarantine: tenant.quarantineId,
    reply: tenant.replyId,
    mailbox: tenant.mailboxId,
    deadline: tenant.deadlineId,
    alert: tenant.alertId,
    rule: 'OUT-092',
    address: tenant.mailbox,
  }
}

/** The path of a route with its names filled in. Throws at a name without an id, so that a new one is not forgotten. */
export function pathOf(route: ApiRoute, ids: PathIds): string {
  return route.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`${routeName(route)} names {${name}}, which the test has no id for`)
    return String(id)
  })
}

/** A request that lacks nothing but the right. Throws when a route takes a body and has no sample here, nor `content`. */
export function requestOf(route: ApiRoute, token: string | undefined, content?: unknown): RequestInit {
  const headers = new Headers({ 'if-match': '"1"', 'idempotency-key': 'a-key-of-the-tests' })
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  if (!route.takesBody) return { method: route.method, headers }
  const body = content ?? BODIES[routeName(route)]
  if (body === undefined) throw new Error(`${routeName(route)} takes a body, and the test has no sample of it`)
  headers.set('content-type', 'application/json')
  return { method: route.method, headers, body: JSON.stringify(body) }
}
