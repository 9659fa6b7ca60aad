import assert from 'node:assert/strict'
import { test } from 'node:test'

import { REPLY_STATES } from '../../src/model/reply.ts'
import { reasonWords, replyStateWords } from './reply-state-words.ts'

test('says of every state where the reply is and what comes next', () => {
  const silent = REPLY_STATES.filter((state) => {
    const { label, next } = replyStateWords(state)
    return label === '' || next === ''
  })

  assert.deepEqual(silent, [])
})

test('offers the text again only where the buyer did not get it', () => {
  const reusable = REPLY_STATES.filter((state) => replyStateWords(state).isReusable)

  assert.deepEqual(reusable, ['bounced', 'opted-out', 'refused', 'held', 'failed', 'undone'])
})

test('names the rules of a reason and leaves codes to the log', () => {
  const rules = { 'OUT-001': { title: 'Link to another site' } }

  assert.equal(reasonWords('OUT-001', rules), 'Link to another site')
  assert.equal(reasonWords('smtp-550', rules), undefined)
  assert.equal(reasonWords(null, rules), undefined)
})
