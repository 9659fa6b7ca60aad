import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { openDeskDoor } from './desk-door.ts'

const MAIN = fileURLToPath(new URL('../../sim/amazon-relay/main.ts', import.meta.url))

const ready = z.strictObject({
  smtp: z.strictObject({ host: z.literal('127.0.0.1'), port: z.int().positive() }),
  http: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/u),
})

function start(...args: readonly string[]) {
  return spawn(process.execPath, [MAIN, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
}

async function readyLine(child: { readonly stdout: Readable }): Promise<z.infer<typeof ready>> {
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return ready.parse(JSON.parse(String(line)))
}

test('says where it listens, plays to the desk, and ends with 0 on SIGTERM', async () => {
  await using desk = await openDeskDoor()
  const child = start('--deliver-to', `${desk.door.host}:${desk.door.port}`, '--play')

  const { http } = await readyLine(child)
  const health = await fetch(`${http}/healthz`)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')

  assert.equal(health.status, 200)
  assert.equal(code, 0)
})

test('runs without a stdin and ends with 0 on SIGINT', async () => {
  const child = spawn(process.execPath, [MAIN], { stdio: ['ignore', 'pipe', 'ignore'] })

  await readyLine(child)
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')

  assert.equal(code, 0)
})

test('ends with 0 when stdin closes, if it was asked to', async () => {
  const child = start('--until-stdin-closes')

  await readyLine(child)
  child.stdin.end()
  const [code] = await once(child, 'exit')

  assert.equal(code, 0)
})

test('a usage it does not know ends with 2 and keeps stdout clean', async () => {
  const child = start('--nonsense')

  const [[code], out, talk] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])

  assert.deepEqual([code, out], [2, ''])
  assert.match(talk, /--nonsense/u)
})

test('a port that is taken ends with 4', async () => {
  await using desk = await openDeskDoor()
  const child = start('--smtp-port', String(desk.door.port))

  const [[code], out] = await Promise.all([once(child, 'exit'), text(child.stdout)])

  assert.deepEqual([code, out], [4, ''])
})

test('helps on stdout', async () => {
  const child = start('--help')

  const [[code], out] = await Promise.all([once(child, 'exit'), text(child.stdout)])

  assert.equal(code, 0)
  assert.match(out, /--deliver-to HOST:PORT/u)
})
