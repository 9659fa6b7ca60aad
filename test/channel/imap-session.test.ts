import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { systemClock } from '../../src/base/clock.ts'
import { Fault } from '../../src/base/fault.ts'
import { ImapFailure } from '../../src/channel/mail/imap/failure.ts'
import { openImap } from '../../src/channel/mail/imap/session.ts'
import type { ImapSettings } from '../../src/channel/mail/imap/settings.ts'
import { tryImap } from '../../src/channel/mail/imap/try.ts'
import { watchImap } from '../../src/channel/mail/imap/watch.ts'
import { until } from '../desk/until.ts'
import { type ImapScript, ScriptedImap } from './scripted-imap.ts'

const NEVER = { signal: new AbortController().signal }
const BEYOND: ImapSettings = {
  host: 'imap.shop.example',
  port: 143,
  security: 'none',
  user: 'anna',
  password: 'test-secret',
  folder: 'INBOX',
}

test('without TLS no connection is made beyond this machine', async () => {
  const watching = watchImap({
    settings: BEYOND,
    maxBytes: 1_000,
    clock: systemClock,
    random: { bytes: (count) => randomBytes(count) },
    signal: NEVER.signal,
    position: async () => undefined,
    take: async () => undefined,
  })

  assert.deepEqual(await tryImap(BEYOND, NEVER), { ok: false, problem: 'not-safe' })
  await assert.rejects(openImap(BEYOND, NEVER), isConfigInvalid)
  await assert.rejects(watching, isConfigInvalid)
})

test('where STARTTLS is demanded and not offered, neither name nor password is sent', async () => {
  await using server = await open({})

  assert.deepEqual(await tryImap({ ...server.settings, security: 'starttls' }, NEVER), TLS_UNAVAILABLE)
  assert.doesNotMatch(server.asked.join('\n'), /LOGIN|AUTHENTICATE|anna|test-secret/u)
})

test('a server that says we are logged in already is not believed where STARTTLS is demanded', async () => {
  await using server = await open({ greeting: '* PREAUTH welcome' })

  assert.deepEqual(await tryImap({ ...server.settings, security: 'starttls' }, NEVER), TLS_UNAVAILABLE)
  assert.ok(!server.asked.some((question) => question.startsWith('EXAMINE')))
})

test('a port where nobody listens is named', async () => {
  const server = await open({})
  const { settings } = server
  await server[Symbol.asyncDispose]()

  assert.deepEqual(await tryImap(settings, NEVER), { ok: false, problem: 'refused' })
})

test('a server that hangs up at once is named', async () => {
  await using server = await open({ greeting: '* BYE go away' })

  const trial = await tryImap(server.settings, NEVER)

  assert.deepEqual(trial, { ok: false, problem: 'dropped' })
})

test('a login that is put off is told from one that is refused', async () => {
  await using busy = await open({ login: 'NO [LIMIT] too many connections of anna' })
  await using refusing = await open({ login: 'NO [AUTHENTICATIONFAILED] who is anna?' })

  assert.deepEqual(await tryImap(busy.settings, NEVER), { ok: false, problem: 'busy' })
  assert.deepEqual(await tryImap(refusing.settings, NEVER), { ok: false, problem: 'login-refused' })
})

test('no words of the server come out with a failure', async () => {
  await using server = await open({ login: 'NO [AUTHENTICATIONFAILED] anna is locked' })

  const failure = await openImap(server.settings, NEVER).catch((error: unknown) => error)

  assert.ok(failure instanceof ImapFailure)
  assert.doesNotMatch(`${failure.stack} ${JSON.stringify(failure)}`, /anna|locked/u)
})

test('without a UIDVALIDITY no position can be kept, so nothing is read', async () => {
  await using server = await open({ uidValidity: undefined })

  assert.deepEqual(await tryImap(server.settings, NEVER), { ok: false, problem: 'protocol' })
})

test('of the folders there are, twenty are named at most, and none that cannot be opened', async () => {
  const folders = Array.from({ length: 30 }, (_, at) => `* LIST () "/" Folder${at}`)
  await using server = await ScriptedImap.open({
    mails: new Map(),
    answer({ tag, command, rest }) {
      if (command === 'EXAMINE') return [`${tag} NO no such folder`]
      if (command !== 'LIST' || !rest.includes('*')) return undefined
      return ['* LIST (\\Noselect) "/" Above', ...folders, `${tag} OK done`]
    },
  })

  const trial = await tryImap(server.settings, NEVER)

  assert.ok(!trial.ok && trial.problem === 'folder-missing')
  assert.equal(trial.folders?.length, 20)
  assert.ok(!trial.folders.includes('Above'))
})

test('an abort cuts a connection that hangs, and its reason comes out', async () => {
  const stop = new AbortController()
  await using server = await ScriptedImap.open({
    mails: new Map(),
    answer: ({ command }) => (command === 'EXAMINE' ? 'hang' : undefined),
  })

  const opening = openImap(server.settings, { signal: stop.signal })
  await until('the folder to be asked for', () => server.asked.includes('EXAMINE INBOX') || undefined)
  stop.abort(new Error('stopped by the test'))

  await assert.rejects(opening, /stopped by the test/u)
})

test('a wait for news ends with the connection', async () => {
  await using server = await open({})
  await using session = await openImap(server.settings, NEVER)

  const waiting = session.waitForNews({ atMostMs: 3_600_000 })
  await until('the server to be listened to', () => server.asked.includes('IDLE') || undefined)
  server.cut()

  await assert.rejects(waiting, isDropped)
  await assert.rejects(session.waitForNews({ atMostMs: 3_600_000 }), isDropped)
})

test('a server that falls silent in the middle of an answer is given up', async () => {
  await using server = await ScriptedImap.open({
    mails: new Map(),
    answer: ({ command }) => (command === 'UID FETCH' ? 'hang' : undefined),
  })
  await using session = await openImap(server.settings, { ...NEVER, silenceMs: 200 })

  await assert.rejects(session.listUids(1, 10), (error) => error instanceof ImapFailure && error.problem === 'timeout')
})

test('a connection that is quiet because nobody asks is kept alive', async () => {
  await using server = await open({})
  await using session = await openImap(server.settings, { ...NEVER, silenceMs: 50 })

  await until('the server to be asked whether it is there', () =>
    server.asked.filter((question) => question === 'NOOP').length > 2 ? true : undefined,
  )

  assert.deepEqual(await session.listUids(1, 10), [])
})

const TLS_UNAVAILABLE = { ok: false, problem: 'tls-unavailable' }

/** A server that behaves but for the greeting, the answer to a login, or its UIDVALIDITY. */
function open({ login, ...script }: Partial<ImapScript> & { readonly login?: string }): Promise<ScriptedImap> {
  return ScriptedImap.open({
    mails: new Map(),
    ...script,
    answer: ({ tag, command }) => (command === 'LOGIN' && login !== undefined ? [`${tag} ${login}`] : undefined),
  })
}

function isDropped(error: unknown): boolean {
  return error instanceof ImapFailure && error.problem === 'dropped'
}

function isConfigInvalid(error: unknown): boolean {
  return error instanceof Fault && error.code === 'config.invalid'
}
