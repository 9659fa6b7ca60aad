import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isLoopback } from './loopback.ts'

describe('isLoopback', () => {
  it('is true of this machine itself', () => {
    assert.ok(['localhost', '127.0.0.1', '127.8.9.10', '::1'].every(isLoopback))
  })

  it('is false of every other host, and of names that begin like it', () => {
    const others = ['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.com', 'localhost.example.com', '128.0.0.1', '']

    assert.ok(others.every((host) => !isLoopback(host)))
  })
})
