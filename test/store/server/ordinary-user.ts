import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

import { readPasswd } from '../../../src/store/server/run-as.ts'

/** A user who is not root: `nobody` when the tests run as root, else whoever runs them. */
export async function ordinaryUser(): Promise<{ uid: number; gid: number }> {
  const uid = process.geteuid?.() ?? 0
  if (uid !== 0) return { uid, gid: process.getegid?.() ?? 0 }
  const nobody = readPasswd(await readFile('/etc/passwd', 'utf8')).find(({ name }) => name === 'nobody')
  assert.ok(nobody)
  return { uid: nobody.uid, gid: nobody.gid }
}
