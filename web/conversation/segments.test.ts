import assert from 'node:assert/strict'
import { test } from 'node:test'

import { defang, segments } from './segments.ts'

test('finds the pills of a redacted text', () => {
  assert.deepEqual(segments('My card ⟦CARD⟧ please'), [
    { kind: 'text', text: 'My card ' },
    { kind: 'pill', what: 'CARD' },
    { kind: 'text', text: ' please' },
  ])
})

test('leaves brackets of an unknown word as they were written', () => {
  assert.deepEqual(segments('⟦GIFT⟧'), [{ kind: 'text', text: '⟦GIFT⟧' }])
})

test('defangs a link and leaves the sentence around it', () => {
  assert.deepEqual(segments('See https://example.test/a?b=c.'), [
    { kind: 'text', text: 'See ' },
    { kind: 'link', text: 'hxxps://example[.]test/a?b=c' },
    { kind: 'text', text: '.' },
  ])
})

test('defangs a link without a scheme', () => {
  assert.equal(defang('www.example.test/path.html'), 'www[.]example[.]test/path.html')
})

test('shows a direction override', () => {
  assert.deepEqual(segments('a\u202eb'), [
    { kind: 'text', text: 'a' },
    { kind: 'mark', code: 'U+202E', name: 'right-to-left override' },
    { kind: 'text', text: 'b' },
  ])
})

test('shows a zero-width space inside a link', () => {
  assert.deepEqual(segments('https://ex\u200bample.test'), [{ kind: 'link', text: 'hxxps://ex[U+200B]ample[.]test' }])
})

test('shows a joiner between Latin letters', () => {
  assert.equal(segments('pay\u200dment').length, 3)
})

test('leaves the joiners that an emoji or a Persian word is made of', () => {
  const spelled = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'

  assert.deepEqual(segments(spelled), [{ kind: 'text', text: spelled }])
})

test('shows a run of tag characters once', () => {
  assert.deepEqual(segments('a\u{e0041}\u{e0042}'), [
    { kind: 'text', text: 'a' },
    { kind: 'mark', code: 'U+E0041', name: 'hidden characters' },
  ])
})

test('says nothing for nothing', () => {
  assert.deepEqual(segments(''), [])
})
