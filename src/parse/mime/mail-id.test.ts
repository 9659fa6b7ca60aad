import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { REFERENCES_KEPT, firstMailId, references } from './mail-id.ts'

describe('firstMailId', () => {
  it('finds the id among other words and keeps its brackets', () => {
    assert.equal(firstMailId('your mail of Tuesday <a.b-1@example.com> (x)'), '<a.b-1@example.com>')
  })

  it('is nothing for a value without one', () => {
    assert.equal(firstMailId('<no at sign>'), undefined)
  })

  it('is nothing for one that could not stand in a header as it is', () => {
    for (const odd of ['\u0000', '\u001c', '\u007f', '\u0085', '\u202e', 'ä', '\u560d'])
      assert.equal(firstMailId(`<a${odd}b@example.com>`), undefined, `U+${odd.charCodeAt(0).toString(16)}`)
  })
})

describe('references', () => {
  it('keeps the first and the last ones of a long list', () => {
    const ids = Array.from({ length: 100 }, (_, at) => `<${at}@example.com>`)
    const kept = references(ids.join(' '))

    assert.equal(kept.length, REFERENCES_KEPT)
    assert.equal(kept[0], '<0@example.com>')
    assert.equal(kept.at(-1), '<99@example.com>')
  })
})
