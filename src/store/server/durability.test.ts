import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Fault } from '../../base/fault.ts'
import { assertDurable } from './durability.ts'

function server(settings: Readonly<Record<string, string>>): () => Promise<{ rows: Record<string, unknown>[] }> {
  return () => Promise.resolve({ rows: Object.entries(settings).map(([name, setting]) => ({ name, setting })) })
}

const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }

function isUnsafe(detail: string): (error: unknown) => boolean {
  return (error) => error instanceof Fault && error.code === 'database.unsafe' && error.detail === detail
}

test('a server with every setting on is trusted', async () => {
  await assert.doesNotReject(assertDurable(server(durable)))
})

test('waiting for replicas too is no less durable', async () => {
  await assert.doesNotReject(assertDurable(server({ ...durable, synchronous_commit: 'remote_apply' })))
})

test('each setting that is off is refused by name', async () => {
  await assert.rejects(assertDurable(server({ ...durable, fsync: 'off' })), isUnsafe('fsync'))
  await assert.rejects(assertDurable(server({ ...durable, full_page_writes: 'off' })), isUnsafe('full_page_writes'))
  await assert.rejects(assertDurable(server({ ...durable, synchronous_commit: 'off' })), isUnsafe('synchronous_commit'))
})

test('a server that does not know a setting is not trusted', async () => {
  await assert.rejects(assertDurable(server({ fsync: 'on', synchronous_commit: 'on' })), isUnsafe('full_page_writes'))
})
