import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../../src/base/bytes.ts'
import { Fault } from '../../src/base/fault.ts'
import { type DeliveryOutcome, type SmtpOutOptions, openSmtpOut } from '../../src/channel/mail/smtp-out.ts'
import { readMail } from '../../src/parse/read-mail.ts'
import { clearedReply } from './cleared-reply.ts'
import { type Script, ScriptedServer } from './scripted-server.ts'

const AT = new Date('2026-11-24T09:30:00.000Z')
const PIPELINING = '250-mx.example\r\n250-PIPELINING\r\n250 SIZE 1000000'

describe('a delivery', () => {
  it('is accepted when the server takes the mail, and the server has the words of the reply', async () => {
    await using server = await ScriptedServer.open()
    const outcome = await openSmtpOut(to(server)).deliver(clearedReply({ body: 'One\n.\ntwo' }), AT)
    const mail = await readMail(utf8(server.mails[0] ?? ''))

    assert.ok(outcome.kind === 'accepted')
    assert.equal(outcome.code, 250)
    assert.equal((await readMail(outcome.bytes)).mailId, '<reply-1@shop.example>')
    assert.equal(server.mails.length, 1)
    assert.match(mail.body, /^One\n\.\.\ntwo\n/u)
    assert.equal(mail.mailId, '<reply-1@shop.example>')
  })

  it('names the approved sender and the relay address alone', async () => {
    await using server = await ScriptedServer.open()
    await openSmtpOut(to(server)).deliver(clearedReply(), AT)

    assert.deepEqual(
      server.lines.filter((line) => /^(?:MAIL|RCPT)/u.test(line)).map((line) => line.split(' SIZE')[0]),
      ['MAIL FROM:<desk@shop.example>', 'RCPT TO:<alias0001@marketplace.amazon.de>'],
    )
  })

  it('refuses a reply that the gate did not make, before it connects', async () => {
    await using server = await ScriptedServer.open()
    const forged = { ...clearedReply() }

    await assert.rejects(openSmtpOut(to(server)).deliver(forged, AT), hasCode('gate.not-cleared'))
    assert.deepEqual(server.lines, [])
  })
})

describe('a delivery is to be tried later, since nothing was taken, when the server', () => {
  it('does not listen', async () => {
    const server = await ScriptedServer.open()
    const options = to(server)
    await server[Symbol.asyncDispose]()

    assert.deepEqual(await openSmtpOut(options).deliver(clearedReply(), AT), { kind: 'try-later', code: undefined })
  })

  it('greets with a refusal', async () => {
    await expects({ greeting: '554 busy' }, { kind: 'try-later', code: 554 })
  })

  it('hangs up before it greets', async () => {
    await expects({ greeting: 'drop' }, { kind: 'try-later', code: undefined })
  })

  it('never greets', async () => {
    await expects({ greeting: 'hang' }, { kind: 'try-later', code: undefined }, { timeoutMs: 100 })
  })

  it('refuses our password for good, which says nothing of the mail', async () => {
    const offers = { EHLO: '250-mx.example\r\n250 AUTH PLAIN', AUTH: '535 wrong' }

    await expects(offers, { kind: 'try-later', code: 535 }, { user: 'desk', password: 'invented' })
  })

  it('wants encryption or a login before it hears of a mail', async () => {
    await expects({ MAIL: '530 5.7.0 STARTTLS first' }, { kind: 'try-later', code: 530 })
    await expects({ MAIL: '538 5.7.11 encrypt first' }, { kind: 'try-later', code: 538 })
    await expects(
      { EHLO: PIPELINING, MAIL: '530 5.7.0 log in first', RCPT: '503 no sender', DATA: '503 no sender' },
      { kind: 'try-later', code: 530 },
    )
  })

  it('defers the recipient', async () => {
    await expects({ RCPT: '450 later' }, { kind: 'try-later', code: 450 })
  })

  it('defers the recipient, with commands sent ahead', async () => {
    await expects({ EHLO: PIPELINING, RCPT: '450 later', DATA: '503 no recipients' }, { kind: 'try-later', code: 450 })
  })

  it('closes with 421 upon MAIL', async () => {
    await expects({ MAIL: '421 closing' }, { kind: 'try-later', code: 421 })
  })

  it('hangs up upon RCPT', async () => {
    await expects({ RCPT: 'drop' }, { kind: 'try-later', code: undefined })
  })

  it('hangs up upon DATA, before it asked for the mail', async () => {
    await expects({ DATA: 'drop' }, { kind: 'try-later', code: undefined })
  })

  it('hangs up upon DATA, with commands sent ahead', async () => {
    await expects({ EHLO: PIPELINING, DATA: 'drop' }, { kind: 'try-later', code: undefined })
  })

  it('says nothing upon DATA', async () => {
    await expects({ DATA: 'hang' }, { kind: 'try-later', code: undefined }, { timeoutMs: 200 })
  })

  it('defers the mail after its final dot', async () => {
    await expects({ 'MAIL-END': '451 later' }, { kind: 'try-later', code: 451 })
  })
})

describe('a delivery is rejected when the server', () => {
  it('refuses the sender for good', async () => {
    await expects({ MAIL: '553 not you' }, { kind: 'rejected', code: 553 })
  })

  it('refuses the recipient for good', async () => {
    await expects({ RCPT: '550 nobody' }, { kind: 'rejected', code: 550 })
  })

  it('refuses the recipient for good, with commands sent ahead', async () => {
    await expects({ EHLO: PIPELINING, RCPT: '550 nobody', DATA: '503 no recipients' }, { kind: 'rejected', code: 550 })
  })

  it('refuses the recipient and asks for the mail all the same, which it then does not get', async () => {
    await using server = await ScriptedServer.open({ EHLO: PIPELINING, RCPT: '550 nobody' })
    const outcome = await openSmtpOut(to(server)).deliver(clearedReply(), AT)

    assert.deepEqual(outcome, { kind: 'rejected', code: 550 })
    assert.doesNotMatch(server.mails.join('') + server.lines.join(''), /lamp/u)
  })

  it('refuses the mail for good after its final dot', async () => {
    await expects({ 'MAIL-END': '554 not this' }, { kind: 'rejected', code: 554 })
  })

  it('takes only smaller mails', async () => {
    await expects({ EHLO: '250-mx.example\r\n250 SIZE 10' }, { kind: 'rejected', code: 552 })
  })
})

describe('nobody can tell what became of a delivery when the server', () => {
  it('hangs up after the final dot', async () => {
    await expects({ 'MAIL-END': 'drop' }, { kind: 'unknown' })
  })

  it('hangs up within its last answer', async () => {
    await expects({ 'MAIL-END': 'half' }, { kind: 'unknown' })
  })

  it('says nothing after the final dot', async () => {
    await expects({ 'MAIL-END': 'hang' }, { kind: 'unknown' }, { timeoutMs: 200 })
  })

  it('trickles an answer that never ends', async () => {
    await expects({ 'MAIL-END': 'trickle' }, { kind: 'unknown' }, { timeoutMs: 200 })
  })

  it('gives a last answer that is none', async () => {
    await expects({ 'MAIL-END': 'perhaps' }, { kind: 'unknown' })
  })
})

describe('verify', () => {
  it('is content with a server that greets and lets us in, and sends it nothing', async () => {
    await using server = await ScriptedServer.open({ EHLO: '250-mx.example\r\n250 AUTH PLAIN' })

    assert.deepEqual(await openSmtpOut({ ...to(server), user: 'desk', password: 'invented' }).verify(), { ok: true })
    assert.ok(server.lines.every((line) => !line.startsWith('MAIL')))
  })

  it('tells that the password is refused', async () => {
    await using server = await ScriptedServer.open({ EHLO: '250-mx.example\r\n250 AUTH PLAIN', AUTH: '535 wrong' })

    assert.deepEqual(await openSmtpOut({ ...to(server), user: 'desk', password: 'invented' }).verify(), {
      ok: false,
      reason: 'login-refused',
      code: 535,
    })
  })

  it('tells that the server cannot be reached', async () => {
    await using server = await ScriptedServer.open({ greeting: 'drop' })

    assert.deepEqual(await openSmtpOut(to(server)).verify(), { ok: false, reason: 'unreachable', code: undefined })
  })
})

describe('a server that is not spelled as loopback', () => {
  const MAPPED = '::ffff:127.0.0.1'

  it('gets neither password nor mail without encryption', async () => {
    await using server = await ScriptedServer.open({ EHLO: '250-mx.example\r\n250 AUTH PLAIN' })
    const out = openSmtpOut({ ...to(server), host: MAPPED, user: 'desk', password: 'invented' })

    assert.deepEqual(await out.deliver(clearedReply(), AT), { kind: 'try-later', code: 502 })
    assert.deepEqual(await out.verify(), { ok: false, reason: 'no-tls', code: 502 })
    assert.ok(server.lines.every((line) => /^(?:EHLO|STARTTLS|QUIT)/u.test(line)))
  })
})

async function expects(script: Script, expected: DeliveryOutcome, wishes: Partial<SmtpOutOptions> = {}): Promise<void> {
  await using server = await ScriptedServer.open(script)
  const outcome = await openSmtpOut({ ...to(server), ...wishes }).deliver(clearedReply(), AT)
  assert.deepEqual(outcome, expected)
}

function to(server: ScriptedServer): SmtpOutOptions {
  return { host: '127.0.0.1', port: server.port, name: 'desk.shop.example', timeoutMs: 10_000 }
}

function hasCode(code: string) {
  return (error: unknown) => error instanceof Fault && error.code === code
}
