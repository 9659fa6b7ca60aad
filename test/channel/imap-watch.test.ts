import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../desk/until.ts'
import { watchMailbox } from './watched-mailbox.ts'
import { fetchRows, type Question, ScriptedImap, type ScriptedMail } from './scripted-imap.ts'

test('rows that come in any order are handed over by their numbers', async () => {
  await using server = await ScriptedImap.open({
    mails: letters(1, 2, 3, 4),
    answer: ({ tag, command, rest }) =>
      command === 'UID FETCH' ? [...fetchRows(server.script.mails, rest).toReversed(), `${tag} OK done`] : undefined,
  })

  await using mailbox = watchMailbox(server.settings)
  await mailbox.caughtUp()

  assert.deepEqual(uids(mailbox.mails), [1, 2, 3, 4])
  assert.equal(mailbox.position?.lastUid, 4)
})

test('a mail told of twice, or with flags nobody asked for, comes once', async () => {
  await using server = await ScriptedImap.open({
    mails: letters(1, 2, 3),
    answer({ tag, command, rest }) {
      if (command !== 'UID FETCH') return undefined
      const rows = fetchRows(server.script.mails, rest)
      return ['* 2 FETCH (UID 2 FLAGS (\\Seen))', ...rows, ...rows, '* 1 FETCH (FLAGS (\\Seen))', `${tag} OK done`]
    },
  })

  await using mailbox = watchMailbox(server.settings)
  await mailbox.caughtUp()

  assert.deepEqual(uids(mailbox.mails), [1, 2, 3])
  assert.ok(mailbox.mails.every(({ bytes }) => bytes !== undefined))
})

test('the newest mail, which some servers give for every range above it, is not taken again', async () => {
  await using server = await ScriptedImap.open({
    mails: letters(1, 2, 3),
    answer({ tag, command, rest }) {
      if (command !== 'UID FETCH' || !rest.startsWith('4:')) return undefined
      return [...fetchRows(server.script.mails, rest.replace(/^\S+/u, '3')), `${tag} OK done`]
    },
  })

  await using mailbox = watchMailbox(server.settings, { pollMs: 10 })
  await mailbox.caughtUp()
  await mailbox.caughtUp()

  assert.deepEqual(uids(mailbox.mails), [1, 2, 3])
})

test('numbers with gaps are read up to the largest there can be, in a few questions', async () => {
  const all = [1, 2, 5_000_000, 4_000_000_000, 4_294_967_294]
  await using server = await ScriptedImap.open({ mails: letters(...all) })

  await using mailbox = watchMailbox(server.settings)
  await mailbox.caughtUp()

  assert.deepEqual(uids(mailbox.mails), all)
  assert.ok(server.asked.filter((question) => question.includes('RFC822.SIZE')).length < 20)
})

test('a mail is found although the server says a smaller number comes next, or none', async () => {
  await using server = await ScriptedImap.open({ mails: letters(1, 2, 9), uidNext: 3 })
  await using silent = await ScriptedImap.open({ mails: letters(1, 2, 9), uidNext: undefined })

  await using mailbox = watchMailbox(server.settings)
  await using other = watchMailbox(silent.settings)
  await mailbox.taken(3)
  await other.taken(3)

  assert.deepEqual(
    [uids(mailbox.mails), uids(other.mails)],
    [
      [1, 2, 9],
      [1, 2, 9],
    ],
  )
})

test('a mail that the server refuses to give comes without its bytes, and the others come whole', async () => {
  await using server = await ScriptedImap.open({
    mails: letters(1, 2, 3),
    answer: (question) => (isWholeFetch(question, 2) ? [`${question.tag} NO cannot read that`] : undefined),
  })

  await using mailbox = watchMailbox(server.settings)
  await mailbox.caughtUp()

  assert.deepEqual(uids(mailbox.mails), [1, 2, 3])
  assert.deepEqual(
    mailbox.mails.map(({ bytes }) => bytes !== undefined),
    [true, false, true],
  )
})

test('so does one upon which the server breaks off each time', async () => {
  await using server = await ScriptedImap.open({
    mails: letters(1, 2, 3, 4),
    answer: (question) => (isWholeFetch(question, 3) ? 'drop' : undefined),
  })

  await using mailbox = watchMailbox(server.settings)
  await mailbox.taken(4)

  assert.deepEqual(uids(mailbox.mails), [1, 2, 3, 4])
  assert.deepEqual(
    mailbox.mails.map(({ bytes }) => bytes !== undefined),
    [true, true, false, true],
  )
})

test('while a server can give no mail at all, none is given up', async () => {
  let refusals = 0
  await using server = await ScriptedImap.open({
    mails: letters(1, 2, 3),
    answer(question) {
      const isRefused = isWholeFetch(question, 1) && (refusals += 1) < 12
      return isRefused ? [`${question.tag} NO [UNAVAILABLE] the disk is away`] : undefined
    },
  })

  await using mailbox = watchMailbox(server.settings)
  await mailbox.taken(3)

  assert.ok(mailbox.states.some((one) => one.state === 'failing' && one.problem === 'busy'))
  assert.ok(mailbox.mails.every(({ bytes }) => bytes !== undefined))
})

test('while batches cannot be stored, no mail behind them is given up', async () => {
  await using server = await ScriptedImap.open({ mails: letters(...range(1, 450)) })
  let refusals = 0

  await using mailbox = watchMailbox(server.settings, {
    async take() {
      if ((refusals += 1) < 12) throw new Error('the database is away')
    },
  })
  await mailbox.taken(450)

  assert.ok(mailbox.mails.every(({ bytes }) => bytes !== undefined))
})

test('a mail that is larger than the server said comes as its header', async () => {
  const text = `Subject: large\r\n\r\n${'x'.repeat(5_000)}`
  await using server = await ScriptedImap.open({ mails: new Map([[1, { text, sizeBytes: 20 }]]) })

  await using mailbox = watchMailbox(server.settings, { maxBytes: 1_000 })
  await mailbox.taken(1)

  const [mail] = mailbox.mails
  assert.ok(mail !== undefined && mail.bytes === undefined)
  assert.ok(Buffer.from(mail.header).toString().startsWith('Subject: large\r\n'))
})

test('bytes of any value arrive as they are', async () => {
  const text = `Subject: bytes\r\n\r\n${String.fromCharCode(...range(0, 255))}`
  await using server = await ScriptedImap.open({ mails: new Map([[1, { text, sizeBytes: text.length }]]) })

  await using mailbox = watchMailbox(server.settings)
  await mailbox.taken(1)

  assert.deepEqual(mailbox.mails[0]?.bytes && Buffer.from(mailbox.mails[0].bytes), Buffer.from(text, 'latin1'))
})

test('a server that cannot tell of new mail is looked at', async () => {
  await using server = await ScriptedImap.open({ mails: letters(1), capability: 'IMAP4rev1' })
  await using mailbox = watchMailbox(server.settings, { pollMs: 20 })
  await mailbox.caughtUp()

  server.script.mails.set(2, letter(2))
  await mailbox.taken(2)

  assert.deepEqual(uids(mailbox.mails), [1, 2])
  assert.ok(!server.asked.includes('IDLE'))
})

test('new mail that is told of while others are fetched is fetched next, without waiting for the look', async () => {
  await using server = await ScriptedImap.open({
    mails: letters(1),
    answer(question) {
      if (!isWholeFetch(question, 1) || server.script.mails.size > 1) return undefined
      const rows = fetchRows(server.script.mails, question.rest)
      server.script.mails.set(2, letter(2))
      return [...rows, '* 2 EXISTS', `${question.tag} OK done`]
    },
  })

  await using mailbox = watchMailbox(server.settings, { pollMs: 3_600_000 })
  await mailbox.taken(2)

  assert.deepEqual(uids(mailbox.mails), [1, 2])
})

test('new mail that is told of during IDLE is fetched at once', async () => {
  await using server = await ScriptedImap.open({ mails: letters(1) })
  await using mailbox = watchMailbox(server.settings, { pollMs: 3_600_000 })
  await until('the server to be listened to', () => server.asked.includes('IDLE') || undefined)

  server.script.mails.set(2, letter(2))
  server.tell('* 2 EXISTS')
  await mailbox.taken(2)

  assert.deepEqual(uids(mailbox.mails), [1, 2])
})

test('a UIDVALIDITY that changes between two looks makes every mail come again', async () => {
  await using server = await ScriptedImap.open({ mails: letters(1, 2) })
  await using mailbox = watchMailbox(server.settings, { pollMs: 20 })
  await mailbox.taken(2)

  server.script.uidValidity = 8
  await mailbox.taken(4)

  assert.deepEqual(uids(mailbox.mails), [1, 2, 1, 2])
  assert.deepEqual(mailbox.position, { uidValidity: 8, lastUid: 2 })
})

test('nothing is asked that could change a flag', async () => {
  await using server = await ScriptedImap.open({ mails: letters(1, 2) })
  await using mailbox = watchMailbox(server.settings, { pollMs: 20, maxBytes: 30 })
  await mailbox.caughtUp()
  await mailbox.caughtUp()

  assert.ok(server.asked.includes('EXAMINE INBOX'))
  assert.deepEqual(
    server.asked.filter((question) => /SELECT|STORE|EXPUNGE|CLOSE|FLAGS|BODY\[|RFC822(?!\.SIZE)/u.test(question)),
    [],
  )
})

/** Whether the bytes of this mail, alone or among others, are asked for. */
function isWholeFetch({ command, rest }: Question, uid: number): boolean {
  return command === 'UID FETCH' && rest.includes('BODY.PEEK') && fetchRows(letters(uid), rest).length > 0
}

function letter(uid: number): ScriptedMail {
  return { text: `Subject: number ${uid}\r\n\r\nText\r\n` }
}

function letters(...all: readonly number[]): Map<number, ScriptedMail> {
  return new Map(all.map((uid) => [uid, letter(uid)]))
}

function uids(mails: readonly { readonly uid: number }[]): readonly number[] {
  return mails.map(({ uid }) => uid)
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
