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

const ACTS_OF_THE_DESK: readonly Permission[] = ['mail:receive', 'reply:deliver', 'alert:raise']

test('nobody but the desk takes mail in, carries replies out or raises alerts', () => {
  for (const act of ACTS_OF_THE_DESK) assert.deepEqual(holders(act), ['desk'], act)
})

test('the desk sends nothing of its own and reads no conversation', () => {
  assert.deepEqual(ROLE_PERMISSIONS.desk, ACTS_OF_THE_DESK)
})

/** Roles that hold a permission, in the order of the table. */
function holders(permission: Permission): readonly string[] {
  return Object.entries(ROLE_PERMISSIONS)
    .filter(([, held]: readonly [string, readonly Permission[]]) => held.includes(permission))
    .map(([role]) => role)
}
