import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

import { readPasswd } from '../../../src/store/server/run-as.ts'

/** A user of the system by number. */
export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** A user who is not root: `nobody` when the tests run as root, else whoever runs them. */
export async function ordinaryUser(): Promise<SystemUser> {
  const uid = process.geteuid?.() ?? 0
  if (uid !== 0) return { uid, gid: process.getegid?.() ?? 0 }
  const nobody = readPasswd(await readFile('/etc/passwd', 'utf8')).find(({ name }) => name === 'nobody')
  assert.ok(nobody)
  return { uid: nobody.uid, gid: nobody.gid }
}

/**
 * What to run so that a script runs as `user` on our Node. Root's clone often lies where nobody else may pass, so that
 * another user is let read everything; that is all it is let do. Linux only.
 */
export function nodeAs(user: SystemUser): readonly [string, ...string[]] {
  if (user.uid === process.geteuid?.()) return [process.execPath]
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  const reading = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
  return ['setpriv', ...identity, ...reading, process.execPath]
}
