import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { authorOf } from './author.ts'

describe('authorOf', () => {
  it('takes the address alone, in brackets, behind a name and before a comment', () => {
    const addresses = ['a@example.com', '<a@example.com>', '"B, A" <a@example.com>', 'a@example.com (A. B.)'].map(
      (value) => authorOf(value).address,
    )

    assert.deepEqual(
      addresses,
      Array.from({ length: 4 }, () => 'a@example.com'),
    )
  })

  it('gives the name that stands beside it', () => {
    assert.equal(authorOf('=?utf-8?q?Kl=C3=A4re?= <a@example.com>').name, 'Kläre')
  })

  it('is nobody where readers could disagree', () => {
    const values = [
      'a@example.com, b@example.com',
      'Friends: a@example.com;',
      '<a@example.com> <b@example.com>',
      'a@example.com .example.org',
      '"a@example.com x"@example.org',
      '',
    ]

    assert.deepEqual(new Set(values.map((value) => authorOf(value).address)), new Set(['']))
  })
})
