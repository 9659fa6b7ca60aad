import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'

import { z } from 'zod'

import { mainConfig, masterConfig, type PostfixPlan } from './postfix-config.ts'

const run = promisify(execFile)

const POSTFIX = '/usr/sbin/postfix'
const POSTQUEUE = '/usr/sbin/postqueue'

/** A mail that waits in the queue. */
export type QueuedMail = z.infer<typeof queuedMail>

const queuedMail = z.object({
  queue_name: z.string(),
  sender: z.string(),
  recipients: z.array(z.object({ address: z.string(), delay_reason: z.string().optional() })),
})

/** An instance of Debian's Postfix, beside the machine's own if there is one. Disposing of it ends all its processes. */
export interface PostfixServer extends AsyncDisposable {
  /** The mails it has and could not hand on yet, with what the other side said. */
  queue(): Promise<readonly QueuedMail[]>
  /** Its log so far. */
  log(): Promise<string>
}

/** Throws with the remedy where Postfix cannot be run: it starts as root alone, and this machine may have none. */
export function assertPostfix(): void {
  if (process.getuid?.() === 0 && existsSync(POSTFIX)) return
  throw new Error(
    'these tests run a Postfix of their own, which has to be installed and started as root: ' +
      '`sudo apt-get install --no-install-recommends postfix`, then `npm run test:real` as root',
  )
}

/** Starts it with a configuration, a queue and a log below `plan.root`, and resolves when it takes mail. */
export async function startPostfix(plan: PostfixPlan): Promise<PostfixServer> {
  const folder = `${plan.root}/config`
  await mkdir(folder, { recursive: true })
  await mkdir(`${plan.root}/queue`)
  await writeFile(`${folder}/main.cf`, mainConfig(plan))
  await writeFile(`${folder}/master.cf`, masterConfig(plan))
  await run(POSTFIX, ['-c', folder, 'start'])
  return {
    async queue() {
      const { stdout } = await run(POSTQUEUE, ['-c', folder, '-j'])
      const lines = stdout.split('\n').filter((line) => line !== '')
      return lines.map((line) => queuedMail.parse(JSON.parse(line)))
    },
    log: () => readFile(`${plan.root}/log`, 'utf8'),
    async [Symbol.asyncDispose]() {
      await run(POSTFIX, ['-c', folder, 'stop'])
    },
  }
}
