import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromUtf8, utf8 } from '../../base/bytes.ts'
import { LINE_PIECE_BYTES, type LinePiece, LinePieces } from './line-pieces.ts'

test('gives the same lines however the chunks are cut', () => {
  const text = 'one\r\n\r\ntwo\nthree'
  const whole = linesOf([text])

  assert.deepEqual(linesOf(text.split('')), whole)
  assert.deepEqual(whole, ['one\r\n', '\r\n', 'two\n', 'three'])
})

test('passes on a line that is too long in pieces, of which only the first begins it', () => {
  const long = 'x'.repeat(LINE_PIECE_BYTES)

  const pieces = piecesOf([long, `${long}\nnext\n`])

  assert.deepEqual(
    pieces.map(({ bytes, isLineStart }) => [bytes.length, isLineStart]),
    [
      [LINE_PIECE_BYTES, true],
      [LINE_PIECE_BYTES + 1, false],
      [5, true],
    ],
  )
})

function linesOf(chunks: readonly string[]): readonly string[] {
  return piecesOf(chunks).map(({ bytes }) => fromUtf8(bytes))
}

function piecesOf(chunks: readonly string[]): readonly LinePiece[] {
  const lines = new LinePieces()
  const pieces = chunks.flatMap((chunk) => lines.push(utf8(chunk)))
  return [...pieces, ...lines.end()]
}
