import { chmod, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

import { Fault } from '../../base/fault.ts'

/** The system user as whom PostgreSQL runs when the desk runs as root, which PostgreSQL refuses. */
export interface RunAs {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** In this order; `nobody` may be shared with other programs, so `doctor` advises a user of the desk's own. */
const CANDIDATES = ['safereply', 'nobody']

/** The users of a passwd file. Lines that are none are left out. */
export function readPasswd(text: string): readonly RunAs[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    if (!name || !/^\d+$/u.test(uid ?? '') || !/^\d+$/u.test(gid ?? '')) return []
    return [{ name, uid: Number(uid), gid: Number(gid) }]
  })
}

/**
 * As whom to run the server of `cluster`: undefined when this process is not root. A cluster that exists belongs to its
 * owner, who goes on running it. A Fault 'config.invalid' when there is no such user.
 */
export async function chooseRunAs(cluster: string): Promise<RunAs | undefined> {
  if (process.geteuid?.() !== 0) return undefined
  const users = readPasswd(await readFile('/etc/passwd', 'utf8')).filter((user) => user.uid !== 0)
  const owner = await ownerOf(cluster)
  if (owner === undefined) return firstCandidate(users)
  const found = users.find((user) => user.uid === owner)
  if (found !== undefined) return found
  throw new Fault('config.invalid', {
    detail: `${cluster} belongs to user ${owner}, as whom PostgreSQL cannot run: give it to its user with chown -R`,
  })
}

function firstCandidate(users: readonly RunAs[]): RunAs {
  for (const name of CANDIDATES) {
    const found = users.find((user) => user.name === name)
    if (found !== undefined) return found
  }
  throw new Fault('config.invalid', {
    detail: 'PostgreSQL does not run as root, and there is no user for it: add a system user named safereply',
  })
}

async function ownerOf(folder: string): Promise<number | undefined> {
  try {
    return (await stat(folder)).uid
  } catch {
    return undefined // not there yet: no owner
  }
}

/**
 * Lets `user` pass through `folder`, which is ours, without listing it. A Fault 'config.invalid' that names the folder
 * above it where the user cannot pass.
 */
export async function letThrough(folder: string, user: RunAs): Promise<void> {
  await chmod(folder, (await stat(folder)).mode | 0o011)
  await assertReachable(folder, user)
}

/** A Fault 'config.invalid' that names the folder when `user` may not pass through every folder above and including `folder`. */
export async function assertReachable(folder: string, user: RunAs): Promise<void> {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) {
      throw new Fault('config.invalid', {
        detail: `the user ${user.name} cannot enter ${at}: choose a place outside it`,
      })
    }
    if (at === dirname(at)) return
  }
}
