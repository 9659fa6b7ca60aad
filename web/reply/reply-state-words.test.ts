import assert from 'node:assert/strict'
import { test } from 'node:test'

import { REPLY_STATES } from '../../src/model/reply.ts'
import { sampleReply } from '../conversation/sample.ts'
import { reasonWords, replyStateWords, replyWords } from './reply-state-words.ts'

const now = new Date('2026-11-24T12:00:00.000Z')

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

test('counts the attempts of a reply that waits for a mail server, and says when the next one is', () => {
  const waiting = sampleReply('9', { attempt: 2, notBefore: '2026-11-24T12:04:30.000Z' })

  assert.match(replyWords(waiting, now).next, /2 attempts so far\. The next one is in 4 min\./u)
  assert.match(replyWords({ ...waiting, notBefore: now.toISOString() }, now).next, /The next one is now\./u)
  assert.equal(replyWords(sampleReply('9'), now).label, replyStateWords('queued').label)
})

test('says what the Sent folder tells of a reply that nobody can tell the fate of', () => {
  const said = (['found', 'not-found', 'no-folder'] as const).map(
    (filed) => replyWords(sampleReply('9', { state: 'unknown', filed }), now).next.split('. ')[0],
  )

  assert.deepEqual(said, [
    'It is in the Sent folder of your mailbox',
    'It is not in the Sent folder of your mailbox, which proves nothing',
    'Your mailbox has no Sent folder to look into',
  ])
})

test('asks a person to look when the copy that Amazon usually sends has not come, and gives the text back', () => {
  const { tone, isReusable } = replyWords(sampleReply('9', { state: 'sent', copyMissingAt: now.toISOString() }), now)

  assert.deepEqual({ tone, isReusable }, { tone: 'ask', isReusable: true })
})

test('says of a mere acknowledgement that the buyer still waits, and where the copy is', () => {
  const { next } = replyWords(sampleReply('9', { state: 'sent', isAcknowledgement: true, filed: 'kept' }), now)

  assert.match(next, /the buyer still waits for you\. A copy is in the Sent folder/u)
})
