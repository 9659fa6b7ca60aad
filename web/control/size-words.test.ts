import assert from 'node:assert/strict'
import { test } from 'node:test'

import { sizeWords } from './size-words.ts'

test('speaks in kilobytes and, from a million bytes on, in megabytes', () => {
  assert.deepEqual([1, 999_000, 999_001, 2_450_000].map(sizeWords), ['1 kB', '999 kB', '1.0 MB', '2.5 MB'])
})
