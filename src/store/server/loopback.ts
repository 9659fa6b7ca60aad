import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

import { hex } from '../../base/bytes.ts'
import { Fault } from '../../base/fault.ts'
import type { Random } from '../../base/random.ts'
import type { Door } from './connection.ts'

const LOOPBACK = '127.0.0.1'
const PASSWORD_BYTES = 32

/** The file with the password of the loopback door. It lies in the user's profile, whose access list keeps others out. */
export function passwordFile(dataDir: string): string {
  return join(dataDir, 'server', 'password')
}

/** The door for Windows, which has no peer authentication: a port of the data directory's own, and a random password. */
export async function loopbackDoor(dataDir: string, random: Random | undefined): Promise<Door> {
  const portFile = join(dataDir, 'server', 'port')
  if (!existsSync(portFile)) {
    if (random === undefined) throw new Fault('bug', { detail: 'no source of randomness for the password' })
    await mkdir(join(dataDir, 'server'), { recursive: true })
    await writeFile(passwordFile(dataDir), hex(random.bytes(PASSWORD_BYTES)), { mode: 0o600 })
    await writeFile(portFile, String(await freePort()), { mode: 0o600 })
  }
  const password = await readFile(passwordFile(dataDir), 'utf8')
  return { host: LOOPBACK, port: Number(await readFile(portFile, 'utf8')), password }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, LOOPBACK, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
