import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { AccountId, PersonId } from '../../model/ids.ts'
import { PERMISSIONS } from '../../model/permission.ts'
import { type Membership, mintScope } from './mint-scope.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const owner: Membership = { accountId: 5 as AccountId, personId: 9 as PersonId, role: 'owner', until: undefined }

test('every permission belongs to the owner or to the desk, and to one of them only', () => {
  for (const permission of PERMISSIONS) {
    const asOwner = mintScope(owner, permission, NOW)
    const asDesk = mintScope({ ...owner, role: 'desk' }, permission, NOW)

    assert.notEqual(asOwner.ok, asDesk.ok, permission)
  }
})

test('a scope is of the account of the membership', () => {
  const minted = mintScope(owner, 'conversation:read', NOW)

  assert.ok(minted.ok)
  assert.equal(minted.scope.accountId, owner.accountId)
})

test('without a membership the account does not exist', () => {
  assert.deepEqual(mintScope(undefined, 'conversation:read', NOW), { ok: false, reason: 'missing' })
})

test('a grant ends at its instant', () => {
  assert.equal(mintScope({ ...owner, until: new Date(NOW.getTime() + 1) }, 'reply:send', NOW).ok, true)
  assert.deepEqual(mintScope({ ...owner, until: NOW }, 'reply:send', NOW), { ok: false, reason: 'missing' })
})

test('the desk takes mail in and does not send', () => {
  assert.equal(mintScope({ ...owner, role: 'desk' }, 'mail:receive', NOW).ok, true)
  assert.deepEqual(mintScope({ ...owner, role: 'desk' }, 'reply:send', NOW), { ok: false, reason: 'refused' })
})
