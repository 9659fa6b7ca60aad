import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromUtf8, utf8 } from '../../base/bytes.ts'
import { withCrLf } from './line-ends.ts'

test('ends every line with CR LF, whichever way it ended before', () => {
  assert.equal(fromUtf8(withCrLf(utf8('\na\nb\r\n\n\r\nc'))), '\r\na\r\nb\r\n\r\n\r\nc')
})

test('leaves a CR alone that ends no line', () => {
  assert.equal(fromUtf8(withCrLf(utf8('a\rb\r\r\n\n'))), 'a\rb\r\r\n\r\n')
})

test('copies nothing that needs no change', () => {
  const bytes = utf8('a\r\nb\r\n')

  assert.equal(withCrLf(bytes), bytes)
})
