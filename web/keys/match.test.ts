import assert from 'node:assert/strict'
import { test } from 'node:test'

import { matchShortcut } from './match.ts'
import type { Shortcut } from './registry.ts'

const resting = { typing: false, singleKeys: true }
const plain = { ctrlKey: false, metaKey: false, altKey: false }

function shortcut(keys: string, does = keys): Shortcut {
  return { keys, does, group: 'List', run: () => undefined }
}

test('finds a single key, also among several', () => {
  const open = shortcut('o Enter')

  assert.equal(matchShortcut([open], { ...plain, key: 'o' }, resting), open)
})

test('leaves single keys to the person who types', () => {
  assert.equal(matchShortcut([shortcut('j')], { ...plain, key: 'j' }, { typing: true, singleKeys: true }), undefined)
})

test('leaves single keys alone when they are switched off', () => {
  assert.equal(matchShortcut([shortcut('?')], { ...plain, key: '?' }, { typing: false, singleKeys: false }), undefined)
})

test('hears Escape while typing and with single keys off', () => {
  const back = shortcut('Esc')

  assert.equal(matchShortcut([back], { ...plain, key: 'Escape' }, { typing: true, singleKeys: false }), back)
})

test('takes Command for Control', () => {
  const send = shortcut('Ctrl+Enter')

  assert.equal(matchShortcut([send], { ...plain, key: 'Enter', metaKey: true }, resting), send)
})

test('does not take a chord of the browser for a single key', () => {
  assert.equal(matchShortcut([shortcut('r')], { ...plain, key: 'r', ctrlKey: true }, resting), undefined)
})

test('lets the newest shortcut of a key win', () => {
  const newest = shortcut('u', 'newest')

  assert.equal(matchShortcut([shortcut('u'), newest], { ...plain, key: 'u' }, resting), newest)
})

test('skips what is listed only', () => {
  const listed: Shortcut = { keys: 'F8', does: 'next problem', group: 'Reply' }

  assert.equal(matchShortcut([listed], { ...plain, key: 'F8' }, resting), undefined)
})
