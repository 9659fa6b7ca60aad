import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { headerFields } from './header-fields.ts'

describe('headerFields', () => {
  it('gives names in lower case and values as they stand, folds included', () => {
    assert.deepEqual(headerFields('From: a@example.com\r\nSubject :one\r\n\ttwo'), [
      { name: 'from', value: ' a@example.com' },
      { name: 'subject', value: 'one\r\n\ttwo' },
    ])
  })

  it('gives nothing where two readers could see two headers', () => {
    const headers = [' a: b', 'a: b\r\nc', 'a: b\rc: d', 'a: b\nc: d', 'a: b\0', '\u00a0a: b', 'a b: c', '']

    assert.ok(headers.every((header) => headerFields(header) === undefined))
  })
})
