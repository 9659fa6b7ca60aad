import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { currentPack } from './current-pack.ts'
import { ruleRefusal, tailorPack } from './tailor-pack.ts'

const pack = currentPack()
const reason = 'Our buyers like it'

describe('tailorPack', () => {
  it('tightens any rule', () => {
    const strict = tailorPack(pack, [{ rule: 'OUT-092', force: 'never' }])

    assert.equal(strict.rules['OUT-092'].force, 'never')
    assert.equal(pack.rules['OUT-092'].force, 'advice')
  })

  it('loosens only what the pack lets loosen, and passes over the rest', () => {
    const mild = tailorPack(pack, [
      { rule: 'OUT-050', force: 'advice' },
      { rule: 'OUT-004', force: 'advice' },
    ])

    assert.equal(mild.rules['OUT-050'].force, 'advice')
    assert.equal(mild.rules['OUT-004'].force, 'never')
  })

  it('says why a change is refused', () => {
    assert.equal(ruleRefusal(pack, { rule: 'OUT-004', force: 'by-two', reason }), 'may-not-loosen')
    assert.equal(ruleRefusal(pack, { rule: 'OUT-050', force: 'advice', reason: ' ' }), 'no-reason')
    assert.equal(ruleRefusal(pack, { rule: 'OUT-004', force: 'never', reason }), undefined)
  })
})
