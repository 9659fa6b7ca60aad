import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { rulesPage } from './page.ts'
import type { CatalogueRow } from './page.ts'

const row: CatalogueRow = {
  id: 'OUT-004',
  rule: 'No e-mail | address',
  threshold: '0',
  sources: ['S2'],
  where: 'policy/check',
  state: 'acts',
}

describe('rulesPage', () => {
  it('gives each rule a line with its force, source and state', () => {
    const page = rulesPage([row, { ...row, id: 'MET-001', state: 'waits', needs: 'reports' }], currentPack())

    assert.ok(page.includes('| OUT-004 | No e-mail \\| address | 0 | never | S2 | acts (`policy/check`) |'))
    assert.ok(page.includes('| MET-001 | No e-mail \\| address | 0 |  | S2 | waits (`policy/check`): reports |'))
    assert.ok(page.includes('2 rules: 1 act, 1 wait.'))
  })

  it('refuses a source that the pack does not have', () => {
    assert.throws(() => rulesPage([{ ...row, sources: ['S99'] }], currentPack()), /OUT-004 names the source S99/u)
  })
})
