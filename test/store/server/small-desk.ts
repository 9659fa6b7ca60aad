import { createInterface } from 'node:readline'

import { holdDeskLock } from '../../../src/store/server/server-lock.ts'
import { openServer } from '../../../src/store/server/open-server.ts'

/**
 * As little of a desk as a test can kill: opens the server, tries for the desk lock, prints one line of JSON, and closes
 * both when its input ends. Its argument is the options of `openServer` as JSON.
 */
process.umask(0o077)
const server = await openServer(JSON.parse(process.argv[2] ?? ''))
const lock = await holdDeskLock(server.connection('admin'))
console.log(JSON.stringify({ adopted: server.adopted, ranAs: server.ranAs, held: lock.held, uid: process.geteuid?.() }))
for await (const line of createInterface(process.stdin)) console.log(line)
if (lock.held) await lock[Symbol.asyncDispose]()
await server.stop()
