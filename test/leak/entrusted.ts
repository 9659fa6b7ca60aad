import type { AskedDesk } from './asked-desk.ts'
import type { Planter } from './planter.ts'

const NOBODY_LISTENS = 1
const ORDER = '302-1111111-0000001'

/** What people entrust to the desk beside mails: passwords of mailboxes, reports of orders, and texts it refuses. */
export async function entrustCanaries(asked: AskedDesk, planter: Planter, account: string): Promise<void> {
  const { dropped } = planter
  const at = `/accounts/${account}`
  const [mailbox] = await asked.idsOf(`${at}/mailboxes`)
  const source = { host: '127.0.0.1', port: NOBODY_LISTENS, security: 'none', user: 'eingang', folder: 'INBOX' }
  await asked.send('PUT', `${at}/mailboxes/${mailbox}/source`, {
    ...source,
    password: dropped.oneValue('password of a mailbox'),
  })
  for (const other of [{}, { host: 'mail.shop.invalid', security: 'tls' }])
    await asked.send('POST', `${at}/mailboxes/${mailbox}/try`, {
      ...source,
      ...other,
      password: dropped.oneValue('password that is tried'),
    })
  const tabs = { 'content-type': 'text/tab-separated-values' }
  await asked.ask(`${at}/order-reports`, { method: 'POST', body: Buffer.from(orderReport(planter)), headers: tabs })
  const text = dropped.everyKind('words of ours')
  await asked.send('POST', '/check', { text })
  for (const conversation of await asked.idsOf(`${at}/conversations?view=all&limit=2`)) {
    const path = `${at}/conversations/${conversation}`
    await asked.send('PUT', `${path}/draft`, { text, version: 0 })
    await asked.send(
      'POST',
      `${path}/replies`,
      { text },
      { ...(await asked.seen(path)), 'idempotency-key': 'leak-refused' },
    )
  }
}

/** Sends a reply that nothing is wrong with. */
export async function reply(asked: AskedDesk, account: string): Promise<void> {
  const at = `/accounts/${account}/conversations`
  const [conversation] = await asked.idsOf(`${at}?view=all`)
  const path = `${at}/${conversation}`
  const text = 'Guten Tag, Ihr Paket kommt morgen bei Ihnen an. Viele Grüße'
  await asked.send('POST', `${path}/replies`, { text }, { ...(await asked.seen(path)), 'idempotency-key': 'leak-sent' })
}

function orderReport({ dropped }: Planter): string {
  const personal = [
    'buyer-email',
    'buyer-name',
    'buyer-phone-number',
    'recipient-name',
    'ship-address-1',
    'gift-message',
  ]
  const columns = ['amazon-order-id', 'purchase-date', 'sales-channel', ...personal]
  const row = (order: string, date: string): string =>
    [order, date, 'Amazon.de', ...personal.map((column) => dropped.oneValue(`column ${column}`))].join('\t')
  return [
    [...columns, dropped.oneValue('heading of a column')].join('\t'),
    row(ORDER, '2026-11-20T10:00:00+00:00'),
    row(dropped.number('cell of an order id'), '2026-11-20T10:00:00+00:00'),
    row('302-1111111-0000009', dropped.number('cell of a date')),
    '',
  ].join('\n')
}

/** Asks for what cannot be, with canaries in bodies, paths, queries and headers. */
export async function provokeErrors(asked: AskedDesk, { dropped }: Planter, account: string): Promise<void> {
  const at = `/accounts/${account}`
  const [mailbox] = await asked.idsOf(`${at}/mailboxes`)
  const inPath = (part: string): string => encodeURIComponent(dropped.oneValue(part))
  await asked.send('POST', '/accounts', `{"name": ${dropped.oneValue('body that is no JSON')}`)
  await asked.send('POST', '/accounts', {
    name: dropped.oneValue('value of a field'),
    mailboxAddress: dropped.oneValue('value that is no address'),
    [dropped.oneValue('name of a field')]: 1,
  })
  await asked.send('PATCH', `${at}/mailboxes/${mailbox}`, { authservIds: [dropped.oneValue('value in a list')] })
  await asked.send('PUT', `${at}/mailboxes/${mailbox}/source`, {
    host: dropped.oneValue('host that is none'),
    port: dropped.number('port that is none'),
    password: dropped.oneValue('password beside a wrong field'),
  })
  await asked.send('POST', `${at}/order-reports`, `order-id\n"${dropped.oneValue('report with an open quote')}`)
  await asked.ask(`/accounts/${inPath('path')}/conversations`)
  await asked.ask(`${at}/conversations/${dropped.number('id in a path')}`)
  await asked.ask(`${at}/conversations?view=${inPath('query')}&after=${inPath('cursor')}`)
  await asked.ask(`/nowhere/${inPath('path to nowhere')}?q=${inPath('query to nowhere')}`)
  await asked.send('POST', '/check', { text: 'Guten Tag', lang: dropped.oneValue('language') })
  await asked.send('POST', '/session', { token: dropped.oneValue('token of a session') })
  await asked.ask('/me', {
    headers: {
      'user-agent': dropped.oneValue('user agent'),
      'x-request-id': dropped.number('request id'),
      'idempotency-key': dropped.number('idempotency key'),
      'if-match': `"${dropped.oneValue('version')}"`,
      cookie: `a=${dropped.number('cookie')}`,
      referer: `https://shop.example/${dropped.number('referer')}`,
    },
  })
}
