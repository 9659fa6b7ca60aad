import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { temporaryFolder } from '../desk/temporary-folder.ts'
import { runSafereply } from '../process/run-safereply.ts'

const CLEAN = 'Guten Tag, Ihr Paket ist unterwegs und kommt morgen an.'
const UNSAFE = 'Die Nummer ist 030 23125042 dafür.'
const CARD = 'Meine Karte ist 4111 1111 1111 1111.'
const SECRET = 'geheimes-passwort'

test('check ends with 0 for a safe text and with 1 for one that would be blocked', () => {
  const safe = runSafereply(['check'], { input: CLEAN })
  const blocked = runSafereply(['check', '--json', '-'], { input: UNSAFE })

  assert.deepEqual([safe.code, safe.stderr], [0, ''])
  assert.match(safe.stdout, /safe to send/u)
  assert.equal(blocked.code, 1)
  const said = JSON.parse(blocked.stdout)
  assert.deepEqual([said.verdict, said.findings[0].rule, said.name], ['blocked', 'OUT-005', '-'])
  assert.doesNotMatch(blocked.stdout, /23125042/u)
})

test('check and redact read files, and say which one cannot be read', async () => {
  await using opened = new AsyncDisposableStack()
  const folder = await temporaryFolder(opened)
  const clean = join(folder, 'clean.txt')
  const unsafe = join(folder, 'unsafe.txt')
  await writeFile(clean, CLEAN)
  await writeFile(unsafe, UNSAFE)

  const checked = runSafereply(['check', clean, unsafe])
  const redacted = runSafereply(['redact', '--json', unsafe])
  const missing = runSafereply(['check', join(folder, 'missing.txt')])

  assert.equal(checked.code, 1)
  assert.match(checked.stdout, /unsafe\.txt:1:\d+: OUT-005 never/u)
  assert.match(checked.stdout, /1 \| Die Nummer ist •+ dafür\.\n +\| +\^+\n/u)
  assert.doesNotMatch(checked.stdout, /23125042/u)
  assert.match(checked.stdout, /clean\.txt: safe to send/u)
  assert.equal(redacted.code, 0)
  assert.equal(JSON.parse(redacted.stdout).text, 'Die Nummer ist ⟦PHONE⟧ dafür.')
  assert.equal(missing.code, 2)
  assert.match(missing.stderr, /missing\.txt/u)
  assert.equal(missing.stdout, '')
})

test('check and redact read one object a line, and name the line that is none', () => {
  const rows = [
    { id: 7, text: UNSAFE },
    { text: CLEAN, lang: 'de' },
  ]
    .map((row) => JSON.stringify(row))
    .join('\n\n')

  const checked = runSafereply(['check', '--jsonl'], { input: rows })
  const redacted = runSafereply(['redact', '--jsonl'], { input: rows })
  const broken = runSafereply(['check', '--jsonl'], { input: `${JSON.stringify({ text: CLEAN })}\n{"txt": "${CARD}"}` })

  assert.deepEqual(
    linesOf(checked.stdout).map(({ line, id, verdict }) => [line, id, verdict]),
    [
      [1, '7', 'blocked'],
      [3, undefined, 'clear'],
    ],
  )
  assert.equal(checked.code, 1)
  assert.equal(linesOf(redacted.stdout)[0]?.['text'], 'Die Nummer ist ⟦PHONE⟧ dafür.')
  assert.equal(broken.code, 2)
  assert.match(broken.stderr, /-:2 is no object with a "text"/u)
  assert.doesNotMatch(broken.stderr, /4111.?1111/u)
})

test('check prints annotations for runners', () => {
  const { stdout } = runSafereply(['check', '--github'], { input: `${CLEAN}\n${UNSAFE}` })

  assert.match(stdout, /^::error file=-,line=2,endLine=2,col=16,endColumn=28,title=OUT-005 No phone number::The text /u)
})

function linesOf(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))
}

test('redact prints what the desk would keep', () => {
  const redacted = runSafereply(['redact'], { input: CARD })

  assert.deepEqual([redacted.code, redacted.stdout.trim(), redacted.stderr], [0, 'Meine Karte ist ⟦CARD⟧.', ''])
})

test('help goes to standard output and names every command; a command it does not know ends with 2', () => {
  const help = runSafereply(['--help'])
  const unknown = runSafereply(['send-anyway'])
  const port = runSafereply(['start', '--port', 'high'])

  assert.equal(help.code, 0)
  for (const command of ['start', 'demo', 'doctor', 'check', 'redact']) {
    assert.match(help.stdout, new RegExp(`^ +${command}\\b`, 'mu'))
  }
  assert.deepEqual([unknown.code, unknown.stdout, port.code, port.stdout], [2, '', 2, ''])
  assert.match(unknown.stderr, /send-anyway/u)
  assert.match(port.stderr, /--port/u)
})

test('a bad configuration names all that is wrong at once, shows no value, and ends with 3', async () => {
  await using opened = new AsyncDisposableStack()
  const dataDir = join(await temporaryFolder(opened), 'data')
  const environment = {
    SAFEREPLY_DATA_DIR: dataDir,
    SAFEREPLY_HTTP_PORT: 'eighty',
    SAFEREPLY_DOOR_PROTOCOL: 'imap',
    SAFEREPLY_UNDO_SECONDS: '3600',
    SAFEREPLY_PUBLIC_URL: 'ftp://desk.example',
    SAFEREPLY_SMTP_URL: `https://seller:${SECRET}@mail.example`,
    DATABASE_URL: `postgres://safereply:${SECRET}@db.example/desk`,
    DATABASE_URL_FILE: '/nowhere/database-url',
  }

  const started = runSafereply(['start', '--json'], { environment })
  const examined = runSafereply(['doctor', '--json'], { environment })

  assert.deepEqual([started.code, started.stdout], [3, ''])
  for (const name of Object.keys(environment).filter((name) => name !== 'SAFEREPLY_DATA_DIR')) {
    assert.match(started.stderr, new RegExp(name, 'u'))
  }
  assert.equal(examined.code, 1)
  assert.equal(JSON.parse(examined.stdout).find(({ name = '' }) => name === 'configuration')?.state, 'fail')
  for (const said of [started.stderr, examined.stdout, examined.stderr]) {
    assert.doesNotMatch(said, /geheimes|eighty|imap\b(?!,)|3600|ftp:|nowhere/u)
  }
  assert.ok(!existsSync(dataDir))
})

test('doctor looks without beginning anything, and warns of a missing mail server', async () => {
  await using opened = new AsyncDisposableStack()
  const dataDir = join(await temporaryFolder(opened), 'data')

  const { code, stdout } = runSafereply(['doctor', '--json'], { environment: { SAFEREPLY_DATA_DIR: dataDir } })

  assert.equal(code, 0)
  const states = new Map(
    (JSON.parse(stdout) as { name: string; state: string }[]).map(({ name, state }) => [name, state]),
  )
  assert.deepEqual([states.get('database'), states.get('mail out'), states.get('policy pack')], ['ok', 'warn', 'ok'])
  assert.ok(!existsSync(dataDir))
})
