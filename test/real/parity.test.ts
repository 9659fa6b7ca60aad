import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { check } from '../../src/policy/check/check.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { ROOT } from '../../tools/command.ts'
import { stagePolicyPackage } from '../../tools/package/stage-policy.ts'
import { assertChromium, launchChromium } from './browser/chromium.ts'

const CORPUS = join(ROOT, 'test/corpus/open')
const TEXTS = 200
const OUTPUT_MAX_BYTES = 16 * 1024 * 1024

interface Row {
  readonly lang: string
  readonly text: string
}

let stage: string
let rows: readonly Row[]
let fromSource: readonly string[]

before(async () => {
  assertChromium()
  stage = await mkdtemp(join(tmpdir(), 'safereply-parity-'))
  await stagePolicyPackage(ROOT, stage, JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')))
  rows = await spreadRows()
  const pack = currentPack()
  fromSource = rows.map(({ text, lang }) => JSON.stringify(check(text, { pack, lang }).findings))
})

after(() => rm(stage, { recursive: true }))

test('the texts are two hundred, and many of them hold something to find', () => {
  assert.equal(rows.length, TEXTS)
  assert.ok(fromSource.filter((found) => found !== '[]').length > TEXTS / 4)
})

test('the module for browsers finds in Chromium, byte for byte, what the source finds in Node', async () => {
  assert.deepEqual(await foundInChromium(), fromSource)
})

test('the command finds, byte for byte, what the source finds', async () => {
  const file = join(stage, 'texts.jsonl')
  await writeFile(file, rows.map(({ lang, text }) => `${JSON.stringify({ lang, text })}\n`).join(''))
  const lines = (await printed(['check', '--jsonl', '--json', file])).trimEnd().split('\n')
  assert.deepEqual(lines.map(findingsOf), fromSource)
})

/** Texts from the whole open corpus, at even distances. */
async function spreadRows(): Promise<readonly Row[]> {
  const names = (await readdir(CORPUS)).filter((name) => name.endsWith('.jsonl')).toSorted()
  const files = await Promise.all(names.map((name) => readFile(join(CORPUS, name), 'utf8')))
  const all = files.flatMap((file) => file.trimEnd().split('\n'))
  const step = Math.floor(all.length / TEXTS)
  return all
    .filter((_, index) => index % step === 0)
    .slice(0, TEXTS)
    .map((line): Row => JSON.parse(line))
}

async function foundInChromium(): Promise<readonly string[]> {
  const bundle = await readFile(join(stage, 'dist/browser.js'))
  const server = createServer((request, response) => {
    const isBundle = request.url === '/browser.js'
    response.setHeader('content-type', isBundle ? 'text/javascript' : 'text/html')
    response.end(isBundle ? bundle : '<!doctype html><title>Parity</title>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${portOf(server.address())}/`)
    return await page.evaluate(async (texts) => {
      const address = '/browser.js'
      const policy: { check: typeof check; currentPack: typeof currentPack } = await import(address)
      const pack = policy.currentPack()
      return texts.map(({ text, lang }) => JSON.stringify(policy.check(text, { pack, lang }).findings))
    }, rows)
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}

function portOf(address: AddressInfo | string | null): number {
  assert.ok(address !== null && typeof address === 'object')
  return address.port
}

/** What the command prints; exit 1 says that one of the texts would be blocked. */
function printed(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const command = [join(ROOT, 'bin/safereply.cjs'), ...args]
    execFile(process.execPath, command, { maxBuffer: OUTPUT_MAX_BYTES }, (error, stdout) => {
      if (error && error.code !== 1) reject(error)
      else resolve(stdout)
    })
  })
}

function findingsOf(line: string): string {
  const { findings }: { findings: unknown } = JSON.parse(line)
  return JSON.stringify(findings)
}
