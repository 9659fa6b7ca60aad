import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../../base/bytes.ts'
import { JoinedBlob } from './joined-blob.ts'

describe('JoinedBlob', () => {
  it('holds what a Blob of the same parts holds', async () => {
    const parts = [utf8('a'), '\n', utf8('bäc').subarray(1), 'ü', utf8('d').slice().buffer, new Blob(['e'])]

    assert.equal(await new JoinedBlob(parts).text(), await new Blob(parts).text())
    assert.equal(await new JoinedBlob(parts.slice(0, 5)).text(), await new Blob(parts.slice(0, 5)).text())
    assert.equal(new JoinedBlob().size, 0)
    assert.equal(new JoinedBlob(parts, { type: 'text/plain' }).type, 'text/plain')
  })
})
