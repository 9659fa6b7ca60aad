import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { ADDRESS, mailPlace, type MailPlace } from '../process/mail-place.ts'
import { runningIn } from '../process/processes.ts'
import { runSafereply } from '../process/run-safereply.ts'

const SECRET = 'geheimes-passwort'
const OTHER = 'second@northpine.example'
/** Enough that something can happen in the middle, wherever the batches end. */
const MANY = 1_200

let place: MailPlace
before(async () => {
  place = await mailPlace()
})
after(async () => place[Symbol.asyncDispose]())

test('mailboxes are set up beside the desk that runs, and in its place when none does', async () => {
  const source = ['--host', '127.0.0.1', '--port', '1', '--security', 'none', '--user', 'northpine']
  const environment = { SAFEREPLY_IMAP_PASSWORD: SECRET }
  const desk = await place.startDesk()

  const added = place.run(['mailbox', 'add', OTHER, '--sender', ADDRESS])
  const again = place.run(['mailbox', 'add', OTHER, '--sender', ADDRESS])
  const needed = place.run(['mailbox', 'set', OTHER, ...source])
  const set = place.run(['mailbox', 'set', OTHER, ...source, '--json'], { environment })
  const tried = place.run(['mailbox', 'try', OTHER])
  const changed = place.run(['mailbox', 'change', OTHER, '--sender', OTHER, '--keep-sent', '--json'])
  const unchanged = place.run(['mailbox', 'change', OTHER])
  const ended = await desk.end('SIGTERM')
  const removed = place.run(['mailbox', 'remove', OTHER, '--json'])
  const listed = place.run(['mailbox', 'list', '--json'])

  assert.deepEqual([added.code, again.code, needed.code, set.code, tried.code], [0, 2, 2, 0, 4])
  assert.match(needed.stderr, /SAFEREPLY_IMAP_PASSWORD/u)
  const { host, port, security, user, folder } = JSON.parse(set.stdout).source
  assert.deepEqual([host, port, security, user, folder], ['127.0.0.1', 1, 'none', 'northpine', 'INBOX'])
  const { approvedSender, keepsSent } = JSON.parse(changed.stdout)
  assert.deepEqual([changed.code, unchanged.code, approvedSender, keepsSent], [0, 2, OTHER, true])
  assert.match(tried.stdout, /does not take connections.+\n.+993 with TLS/u)
  assert.deepEqual([ended, removed.code, JSON.parse(removed.stdout).source], [0, 0, null])
  assert.deepEqual(
    (JSON.parse(listed.stdout) as { address: string }[]).map(({ address }) => address),
    [ADDRESS, OTHER],
  )
  for (const { stdout, stderr } of [added, set, tried, removed, listed])
    assert.ok(!`${stdout}${stderr}`.includes(SECRET))
  assert.deepEqual(await runningIn(place.root), [])
})

test('a command that does not fit the desk says what does, and ends with 2; without a desk it ends with 3', async () => {
  const mbox = await place.mbox('one.mbox', 1)

  const unknown = place.run(['import', 'mail', mbox, '--mailbox', 'nobody@northpine.example'])
  const account = place.run(['mailbox', 'add', 'third@northpine.example', '--sender', ADDRESS, '--account', 'Southoak'])
  const address = place.run(['mailbox', 'add', 'northpine', '--sender', ADDRESS])
  const server = place.run(['mailbox', 'set', ADDRESS])
  const security = place.run(['mailbox', 'set', ADDRESS, '--host', 'imap.example', '--security', 'ssl'])
  const missing = place.run(['import', 'mail', join(place.root, 'missing'), mbox, '--mailbox', ADDRESS])
  const nowhere = runSafereply(['mailbox', 'list', '--data-dir', join(place.root, 'nowhere')])

  const refused = [unknown, account, address, server, security, missing]
  assert.deepEqual(
    refused.map(({ code, stdout }) => [code, stdout]),
    refused.map(() => [2, '']),
  )
  assert.match(unknown.stderr, /There are:\n {2}amazon@northpine\.example\n/u)
  assert.match(account.stderr, /Northpine Home \(\d+\)/u)
  assert.match(server.stderr, /--host/u)
  assert.match(missing.stderr, /missing/u)
  assert.deepEqual([nowhere.code, nowhere.stdout], [3, ''])
  assert.match(nowhere.stderr, /safereply start/u)
})

test('import mail takes in what it reads, once however often it is run, and names what it left out', async () => {
  await using desk = await place.startDesk()
  const mbox = await place.mbox('inbox.mbox', 120)
  const eml = join(place.root, 'other.eml')
  await writeFile(eml, 'From: ada@shop.example\nTo: amazon@northpine.example\nSubject: Lunch?\n\nAt noon.\n')
  const large = join(place.root, 'large.eml')
  await writeFile(large, `Subject: large\n\n${'x'.repeat(26 * 1024 * 1024)}`)

  const first = await place.start(['import', 'mail', mbox, eml, '--mailbox', ADDRESS, '--json']).ended
  const second = await place.start(['import', 'mail', mbox, large, '--mailbox', ADDRESS, '--history']).ended
  const counts = await place.counts()
  const compared = place.run(['reconcile', '--now'])

  assert.deepEqual(JSON.parse(first.stdout), {
    mailbox: ADDRESS,
    stored: 120,
    repeated: 0,
    noticed: 0,
    quarantined: 1,
    read: 121,
    tooLarge: [],
    unreadable: [],
    isComplete: true,
  })
  assert.deepEqual([first.code, second.code, counts], [0, 1, { messages: 120, arrivals: 241 }])
  assert.match(second.stdout, /Read 121 mails .+ 0 stored, 120 here already/u)
  assert.match(second.stdout, /larger than [\d,]+ bytes:\n {2}large\.eml/u)
  assert.equal(compared.code, 3)
  assert.match(
    compared.stdout,
    /not fetched from a mail server.+\n +server 241 = 120 stored \+ 120 repeated \+ 0 notices \+ 1 set aside/u,
  )
  assert.equal(await desk.end('SIGTERM'), 0)
})

test('an import whose desk stops says that it may be run again, and then takes in the rest', async () => {
  await using own = await mailPlace()
  const desk = await own.startDesk()
  const mbox = await own.mbox('many.mbox', MANY)
  const args = ['import', 'mail', mbox, '--mailbox', ADDRESS, '--json']
  const command = own.start(args)
  await own.taken(1)

  const stopped = await desk.end('SIGTERM')
  const lost = await command.ended
  const again = await own.start(args).ended

  assert.deepEqual([stopped, lost.code, lost.stdout], [0, 4, ''])
  assert.match(lost.stderr, /Run the same command again/u)
  assert.doesNotMatch(lost.stderr, /bug/u)
  const { stored, repeated, quarantined } = JSON.parse(again.stdout)
  assert.deepEqual([again.code, stored + repeated, quarantined], [0, MANY, 0])
  assert.ok(stored > 0 && repeated > 0, `${stored} and ${repeated}`)
  await using after = await own.startDesk()
  assert.equal((await own.counts()).messages, MANY)
  assert.equal(await after.end('SIGTERM'), 0)
})

test('an import is stopped after the mails at hand or killed at once, and either way goes on when it is run again', async () => {
  await using own = await mailPlace()
  const mbox = await own.mbox('many.mbox', MANY)
  const args = ['import', 'mail', mbox, '--mailbox', ADDRESS, '--json']

  const killed = own.start(args)
  await own.taken(1)
  killed.kill('SIGKILL')
  await killed.ended
  const { arrivals } = await own.counts()
  const interrupted = own.start(args)
  await own.taken(arrivals + 1)
  interrupted.kill('SIGINT')
  const part = await interrupted.ended
  const left = await runningIn(own.root)
  await using desk = await own.startDesk()
  const rest = await own.start(args).ended

  const partly = JSON.parse(part.stdout)
  assert.deepEqual([part.code, partly.isComplete, left], [1, false, []])
  assert.ok(partly.read > 0 && partly.read < MANY, String(partly.read))
  assert.match(part.stderr, /Stopping: what is at hand is finished first/u)
  const { stored, repeated, isComplete } = JSON.parse(rest.stdout)
  assert.deepEqual([rest.code, stored + repeated, isComplete], [0, MANY, true])
  assert.equal((await own.counts()).messages, MANY)
  assert.equal(await desk.end('SIGTERM'), 0)
})
