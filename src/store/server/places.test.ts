import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Fault } from '../../base/fault.ts'
import { dataArea, socketFolder } from './places.ts'

test('root keeps data where no home is needed', () => {
  assert.equal(dataArea({ platform: 'linux', isRoot: true, home: '/root' }), '/var/lib/safereply')
})

test('a user keeps data in the home, or where XDG_DATA_HOME says', () => {
  const user = { platform: 'linux', isRoot: false, home: '/home/ada' } as const

  assert.equal(dataArea(user), '/home/ada/.local/share/safereply')
  assert.equal(dataArea({ ...user, xdgDataHome: '/data' }), '/data/safereply')
})

test('the socket lies in the data directory while its path fits', () => {
  const longest = `/${'x'.repeat(100 - '//socket/.s.PGSQL.5432'.length)}`

  assert.equal(socketFolder(longest, '/tmp'), `${longest}/socket`)
  assert.match(socketFolder(`${longest}x`, '/tmp'), /^\/tmp\/safereply-[0-9a-f]{16}$/u)
})

test('a path is measured in bytes, not in letters', () => {
  assert.match(socketFolder(`/${'ä'.repeat(60)}`, '/tmp'), /^\/tmp\//u)
})

test('two long data directories have two socket folders', () => {
  const long = 'x'.repeat(100)

  assert.notEqual(socketFolder(`/${long}/a`, '/tmp'), socketFolder(`/${long}/b`, '/tmp'))
})

test('a temporary folder with a long path too is refused', () => {
  const long = `/${'x'.repeat(100)}`

  assert.throws(
    () => socketFolder(long, long),
    (error) => error instanceof Fault && error.code === 'config.invalid',
  )
})
