import assert from 'node:assert/strict'
import { test } from 'node:test'

import { type Permission, PERMISSIONS } from '../../src/model/permission.ts'
import { ROLE_PERMISSIONS } from '../../src/policy/access/roles.ts'
import { assertGolden } from '../golden.ts'

test('the roles hold the permissions of the golden table, and no other', async () => {
  const lines = PERMISSIONS.map((permission) => [permission, ...holders(permission)].join(' '))

  assert.ok(lines.length > 0)
  await assertGolden('permissions.txt', `${lines.join('\n')}\n`)
})

test('nobody but the desk takes mail in or carries replies out', () => {
  assert.deepEqual(holders('mail:receive'), ['desk'])
  assert.deepEqual(holders('reply:deliver'), ['desk'])
})

test('the desk sends nothing of its own and reads no conversation', () => {
  const held: readonly Permission[] = ROLE_PERMISSIONS.desk

  assert.ok(held.length > 0)
  assert.deepEqual(
    held.filter((permission) => permission !== 'mail:receive' && permission !== 'reply:deliver'),
    [],
  )
})

/** Roles that hold a permission, in the order of the table. */
function holders(permission: Permission): readonly string[] {
  return Object.entries(ROLE_PERMISSIONS)
    .filter(([, held]: readonly [string, readonly Permission[]]) => held.includes(permission))
    .map(([role]) => role)
}
