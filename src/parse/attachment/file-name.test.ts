import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { FILE_NAME_MAX, fileName } from './file-name.ts'

describe('fileName', () => {
  it('keeps the last part of a path, of any system', () => {
    assert.equal(fileName('../../etc/passwd'), 'passwd')
    assert.equal(fileName('C:\\Users\\x\\a b.pdf'), 'a b.pdf')
  })

  it('leaves out controls and marks that are not seen', () => {
    assert.equal(fileName('a\u0000\r\nb\u202e\u200b\ufeff.p\u00addf'), 'a b.pdf')
  })

  it('is empty where nothing is left', () => {
    assert.deepEqual(['', '.', '..', 'a/', '\u200b', ' '].map(fileName), ['', '', '', '', '', ''])
  })

  it('is at most 255 units long and cuts no character in two', () => {
    const long = fileName(`${'x'.repeat(FILE_NAME_MAX - 2)}\u{1f600}\u{1f600}`)

    assert.ok(long.length <= FILE_NAME_MAX)
    assert.ok(long.isWellFormed())
  })

  it('cuts no number in two, since half a card number would not be known for one', () => {
    const before = 'Foto '.repeat(48)

    assert.equal(fileName(`${before}4111 1111 1111 1111.jpg`), `${before.trimEnd()}…`)
    assert.equal(fileName(`${before}4111-1111-1111-1111.jpg`), `${before.trimEnd()}…`)
    assert.equal(fileName(`${'x'.repeat(FILE_NAME_MAX - 9)}_4111.1111.1111.1111`), `${'x'.repeat(FILE_NAME_MAX - 9)}…`)
  })
})
