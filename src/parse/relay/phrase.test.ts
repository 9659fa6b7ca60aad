import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { phraseStart, says } from './phrase.ts'

describe('phraseStart', () => {
  it('gives the place of the phrase that comes first', () => {
    assert.equal(phraseStart('we have granted the claim we received', ['received', 'granted']), 8)
  })

  it('lets an ellipsis stand for words of one sentence', () => {
    assert.ok(says('your message to ada was not delivered', ['message … not delivered']))
    assert.ok(!says('here is a message. your parcel was not delivered', ['message … not delivered']))
    assert.ok(says('a message. this message was not delivered', ['message … not delivered']))
  })

  it('ends an ellipsis before it spans a text', () => {
    assert.ok(!says(`message ${'x'.repeat(200)} not delivered`, ['message … not delivered']))
  })
})
