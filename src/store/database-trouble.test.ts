import assert from 'node:assert/strict'
import { test } from 'node:test'

import pg from 'pg'

import { isDatabaseTrouble } from './database-trouble.ts'

function said(code: string): Error {
  const error = new pg.DatabaseError('a sentence of the server', 0, 'error')
  error.code = code
  return error
}

test('a server that shuts down, is full, or rolls back for another says so', () => {
  for (const code of ['57P01', '53100', '40P01', '08006', '58030']) assert.ok(isDatabaseTrouble(said(code)), code)
})

test('a connection that ended, or could not be had, is the database’s trouble', () => {
  assert.ok(isDatabaseTrouble(new Error('Connection terminated unexpectedly')))
  assert.ok(isDatabaseTrouble(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })))
})

test('a value the server refuses, and an error of our own, are not', () => {
  for (const code of ['22P05', '23505', '42501', 'P0001']) assert.equal(isDatabaseTrouble(said(code)), false, code)
  assert.equal(isDatabaseTrouble(new TypeError('undefined is not a function')), false)
  assert.equal(isDatabaseTrouble('a string'), false)
})
