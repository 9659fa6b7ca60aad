import assert from 'node:assert/strict'
import { test } from 'node:test'

import { readPasswd } from './run-as.ts'

test('reads name, user and group of each line', () => {
  const text = 'root:x:0:0:root:/root:/bin/bash\nsafereply:x:990:991::/var/lib/safereply:/usr/sbin/nologin\n'

  assert.deepEqual(readPasswd(text), [
    { name: 'root', uid: 0, gid: 0 },
    { name: 'safereply', uid: 990, gid: 991 },
  ])
})

test('leaves out comments, short lines and ids that are no numbers', () => {
  assert.deepEqual(readPasswd('# users\n\n+::::::\nada\nbob:x:one:2:::\n:x:1:1:::\n'), [])
})
