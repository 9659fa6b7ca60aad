import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Fault } from '../../src/base/fault.ts'
import type { FileMail } from '../../src/channel/file/mail-file.ts'
import { measureMailFile, readMailFile } from '../../src/channel/file/read-mail-file.ts'
import { temporaryFolder } from '../desk/temporary-folder.ts'

const FROM = 'From rosalinde@buyers.example Tue Nov 24 09:00:00 2026'

test('an .eml file is one mail, with the line ends it was sent with', async (t) => {
  const folder = await filled(t, { 'letter.eml': 'Subject: one\n\nText\n' })

  const mails = await read(`${folder}/letter.eml`)

  assert.deepEqual(mails, [{ name: 'letter.eml', text: 'Subject: one\r\n\r\nText\r\n' }])
})

test('a mail is known by its header, whatever the file is called', async (t) => {
  const folder = await filled(t, { letter: 'Received: from mx.example\n\nText\n' })

  assert.equal((await read(`${folder}/letter`)).length, 1)
})

test('an mbox gives its mails numbered from one', async (t) => {
  const folder = await filled(t, {
    'all.mbox': `${FROM}\nSubject: one\n\n>From here\n\n${FROM}\nSubject: two\n\nText\n`,
  })

  assert.deepEqual(await read(`${folder}/all.mbox`), [
    { name: 'all.mbox#1', text: 'Subject: one\r\n\r\nFrom here\r\n' },
    { name: 'all.mbox#2', text: 'Subject: two\r\n\r\nText\r\n' },
  ])
})

test('a Maildir gives old and new mails of all its folders, and none that is still coming in', async (t) => {
  const folder = await filled(t, {
    'cur/1700000001.M1P1.host:2,S': 'Subject: seen\n\n',
    'new/1700000002.M1P1.host': 'Subject: new\n\n',
    'tmp/1700000003.M1P1.host': 'Subject: unfin',
    '.Amazon/cur/1700000004.M1P1.host:2,RS': 'Subject: below\n\n',
    '.Amazon/new/.keep': 'nothing',
    '.Amazon/maildirfolder': '',
    'dovecot-uidlist': '3 V1 N3 Gabc\n',
  })

  assert.deepEqual(
    (await read(folder)).map(({ name }) => name),
    ['.Amazon/cur/1700000004.M1P1.host:2,RS', 'cur/1700000001.M1P1.host:2,S', 'new/1700000002.M1P1.host'],
  )
})

test('reading a Maildir moves and changes nothing', async (t) => {
  const folder = await filled(t, { 'new/1700000002.M1P1.host': 'Subject: new\n\n', 'cur/.keep': '' })
  const before = await stat(`${folder}/new/1700000002.M1P1.host`)

  await read(folder)

  assert.deepEqual(await readdir(`${folder}/new`), ['1700000002.M1P1.host'])
  assert.equal((await stat(`${folder}/new/1700000002.M1P1.host`)).mtimeMs, before.mtimeMs)
})

test('mails that a mail program renames, moves or removes meanwhile are found, or passed over', async (t) => {
  const folder = await filled(t, {
    'cur/1700000001.M1P1.host:2,': 'Subject: one\n\n',
    'cur/1700000002.M1P1.host:2,': 'Subject: two\n\n',
    'cur/1700000003.M1P1.host:2,': 'Subject: three\n\n',
    'new/1700000004.M1P1.host': 'Subject: four\n\n',
  })
  const texts: string[] = []

  for await (const mail of readMailFile(folder)) {
    assert.ok('bytes' in mail)
    texts.push(Buffer.from(mail.bytes).toString())
    if (texts.length > 1) continue
    await rename(`${folder}/cur/1700000002.M1P1.host:2,`, `${folder}/cur/1700000002.M1P1.host:2,S`)
    await rm(`${folder}/cur/1700000003.M1P1.host:2,`)
    await rename(`${folder}/new/1700000004.M1P1.host`, `${folder}/cur/1700000004.M1P1.host:2,`)
  }

  assert.deepEqual(texts, ['Subject: one\r\n\r\n', 'Subject: two\r\n\r\n', 'Subject: four\r\n\r\n'])
})

test('a folder gives .eml files and mboxes below it in the order of their names, and passes over the rest', async (t) => {
  const folder = await filled(t, {
    '2026/b.EML': 'Subject: b\n\n',
    'a.eml': 'Subject: a\n\n',
    Inbox: `${FROM}\nSubject: in\n\n`,
    'Inbox.msf': '// a mail client’s index',
    'empty.eml': '',
    'photo.jpg': 'no mail',
  })

  assert.deepEqual(
    (await read(folder)).map(({ name }) => name),
    ['2026/b.EML', 'Inbox#1', 'a.eml'],
  )
})

test('a folder that links lead to again is read once, and a link that leads nowhere is passed over', async (t) => {
  const folder = await filled(t, { 'deep/a.eml': 'Subject: a\n\n' })
  await symlink(folder, `${folder}/deep/again`)
  await symlink('nowhere', `${folder}/b.eml`)
  await symlink('itself', `${folder}/itself`)

  assert.deepEqual(
    (await read(folder)).map(({ name }) => name),
    ['deep/a.eml'],
  )
})

test('a pipe in the folder is passed over instead of being waited for', async (t) => {
  const folder = await filled(t, { 'a.eml': 'Subject: a\n\n' })
  await promisify(execFile)('mkfifo', [`${folder}/pipe.eml`])

  assert.equal((await read(folder)).length, 1)
  await assert.rejects(read(`${folder}/pipe.eml`), isUnreadable)
})

test('a mail above the limit gives its size, and the reading goes on', async (t) => {
  const large = `Subject: large\n\n${'x'.repeat(2_000)}\n`
  const folder = await filled(t, { 'a.eml': large, 'b.mbox': `${FROM}\n${large}\n${FROM}\nSubject: small\n\n` })

  const mails = await Array.fromAsync(readMailFile(folder, { maxBytes: 1_000 }))

  assert.deepEqual(
    mails.map((mail) => ('tooLarge' in mail ? mail.tooLarge : Buffer.from(mail.bytes).toString())),
    [2_017, 2_018, 'Subject: small\r\n\r\n'],
  )
})

test('how much was read grows from mail to mail up to the whole', async (t) => {
  const letter = 'Subject: one\n\nText\n'
  const folder = await filled(t, { 'a.eml': letter, 'b.mbox': `${FROM}\n${letter}\n${FROM}\n${letter}` })
  const { files, totalBytes } = await measureMailFile(folder)

  const progress = (await Array.fromAsync(readMailFile(folder))).map(({ readBytes }) => readBytes)

  assert.equal(files, 2)
  assert.deepEqual(
    progress,
    progress.toSorted((a, b) => a - b),
  )
  assert.deepEqual([progress[0], progress.at(-1)], [letter.length, totalBytes])
})

test('an mbox far above the limit is read without being held in memory', async (t) => {
  const folder = await filled(t, {})
  const line = `${'x'.repeat(1_000)}\n`
  const mail = `${FROM}\nSubject: large\n\n${line.repeat(1_000)}\n`
  for (let at = 0; at < 30; at += 1) await writeFile(`${folder}/all.mbox`, mail, { flag: 'a' })
  collectGarbage()
  const beforeBytes = process.memoryUsage().arrayBuffers
  let mostBytes = 0
  let count = 0

  for await (const _mail of readMailFile(`${folder}/all.mbox`)) {
    count += 1
    collectGarbage()
    mostBytes = Math.max(mostBytes, process.memoryUsage().arrayBuffers - beforeBytes)
  }

  assert.equal(count, 30)
  assert.ok(mostBytes < 15_000_000, `${mostBytes} bytes of 30 million were in memory`)
})

test('what is no mail, is missing or lies too deep is refused by name', async (t) => {
  const folder = await filled(t, { 'notes.txt': 'Dear diary', [`${'d/'.repeat(40)}a.eml`]: 'Subject: a\n\n' })

  await assert.rejects(read(`${folder}/notes.txt`), isUnreadable)
  await assert.rejects(read(`${folder}/missing.eml`), isUnreadable)
  await assert.rejects(read(`${folder}/d`), isUnreadable)
})

test('an aborted reading ends before the next mail', async (t) => {
  const folder = await filled(t, { 'a.eml': 'Subject: a\n\n', 'b.eml': 'Subject: b\n\n' })
  const stop = new AbortController()
  const names: string[] = []

  const reading = (async () => {
    for await (const { name } of readMailFile(folder, { signal: stop.signal })) {
      names.push(name)
      stop.abort(new Error('stopped by the test'))
    }
  })()

  await assert.rejects(reading, /stopped by the test/u)
  assert.deepEqual(names, ['a.eml'])
})

/** A folder with these files, which goes after the test. */
async function filled(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const opened = new AsyncDisposableStack()
  t.after(() => opened.disposeAsync())
  const folder = await temporaryFolder(opened)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(`${folder}/${name}`), { recursive: true })
    await writeFile(`${folder}/${name}`, text)
  }
  return folder
}

async function read(path: string): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const mails: readonly FileMail[] = await Array.fromAsync(readMailFile(path))
  return mails.map((mail) => {
    assert.ok('bytes' in mail)
    return { name: mail.name, text: Buffer.from(mail.bytes).toString() }
  })
}

function isUnreadable(error: unknown): boolean {
  return error instanceof Fault && error.code === 'input.unreadable' && error.detail !== undefined
}

/** Node gives its collector to contexts made after this flag is set. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
}
