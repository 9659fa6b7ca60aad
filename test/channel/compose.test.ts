import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromUtf8, utf8 } from '../../src/base/bytes.ts'
import { Fault } from '../../src/base/fault.ts'
import { compareComposed } from '../../src/channel/mail/compare.ts'
import { composeReply } from '../../src/channel/mail/compose.ts'
import { readMail } from '../../src/parse/read-mail.ts'
import { clearedReply } from './cleared-reply.ts'

const AT = new Date('2026-11-24T09:30:00.250Z')

describe('composeReply', () => {
  it('writes exactly the headers of a reply and nothing else', async () => {
    const { bytes } = await composeReply(clearedReply(), AT)
    const [head] = fromUtf8(bytes).split('\r\n\r\n')

    assert.deepEqual(head?.split('\r\n'), [
      'From: desk@shop.example',
      'To: alias0001@marketplace.amazon.de',
      'Subject: Re: Frage von Amazon-Kunde (Bestellung: 302-5550001-5550001)',
      'Message-ID: <reply-1@shop.example>',
      'In-Reply-To: <in-1@eu-west-1.example.com>',
      'References: <in-1@eu-west-1.example.com>',
      'Date: Tue, 24 Nov 2026 09:30:00 +0000',
      'Content-Transfer-Encoding: 7bit',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
    ])
  })

  it('writes our words above the quoted ones', async () => {
    const reply = clearedReply({ body: 'Hello,\n\nit left today.', quoted: 'Where is it?\n\nPlease tell me.' })
    const mail = await readMail((await composeReply(reply, AT)).bytes)

    assert.equal(
      mail.body,
      'Hello,\n\nit left today.\n\n________________________________\n> Where is it?\n>\n> Please tell me.\n',
    )
  })

  it('addresses the envelope to the relay alone', async () => {
    const { envelope } = await composeReply(clearedReply(), AT)

    assert.deepEqual(envelope, { from: 'desk@shop.example', to: 'alias0001@marketplace.amazon.de' })
  })

  it('writes the same bytes for the same reply and instant', async () => {
    const reply = clearedReply({ body: 'Grüße' })

    assert.deepEqual((await composeReply(reply, AT)).bytes, (await composeReply(reply, AT)).bytes)
  })

  it('writes seven-bit lines of at most 998 characters, whatever the words', async () => {
    const { bytes } = await composeReply(
      clearedReply({ body: `${'Grüße und '.repeat(300)}漢字`, quoted: 'q'.repeat(1_500) }),
      AT,
    )

    assert.ok(bytes.every((byte) => byte < 0x80))
    assert.ok(
      fromUtf8(bytes)
        .split('\r\n')
        .every((line) => line.length <= 998),
    )
  })

  it('refuses a reply that the gate did not make, though its type says so', async () => {
    const forged = { ...clearedReply() }

    await assert.rejects(composeReply(forged, AT), hasCode('gate.not-cleared'))
  })
})

describe('compareComposed', () => {
  it('finds no difference in what was composed', async () => {
    const replies = [
      clearedReply(),
      clearedReply({
        body: 'Grüße und 漢字\n.\n..\nFrom me\n\ttab  and trailing \n',
        quoted: '> quoted before\n\nñ 漢字',
      }),
      clearedReply({ subject: `Re: ${'Größe und Länge ✓ '.repeat(12).trim()}` }),
      clearedReply({ body: 'x'.repeat(4_000) }),
      clearedReply({ references: Array.from({ length: 60 }, (_, at) => `<older-${at}@eu-west-1.example.com>`) }),
    ]

    for (const reply of replies) await compareComposed(await composeReply(reply, AT), reply, AT)
  })

  it('finds a word that was changed', async () => {
    await finds('text', (mail) => mail.replace('left our shop', 'left your shop'))
  })

  it('finds a quoted word that was changed', async () => {
    await finds('text', (mail) => mail.replace('> Where', '> There'))
  })

  it('finds a header that was added', async () => {
    await finds('headers', (mail) => mail.replace('Date:', 'Bcc: other@example.com\r\nDate:'))
  })

  it('finds a recipient that was added', async () => {
    await finds('to', (mail) => mail.replace('To: alias', 'To: other@example.com, alias'))
  })

  it('finds another sender', async () => {
    await finds('from', (mail) => mail.replace('desk@', 'other@'))
  })

  it('finds another subject, Message-ID, thread and date', async () => {
    await finds('subject', (mail) => mail.replace('Re: Frage', 'Re: frage'))
    await finds('message-id', (mail) => mail.replace('<reply-1@', '<reply-2@'))
    await finds('thread', (mail) => mail.replace('In-Reply-To: <in-1@', 'In-Reply-To: <in-2@'))
    await finds('date', (mail) => mail.replace('09:30:00', '09:30:01'))
  })

  it('finds another kind of content', async () => {
    await finds('content-type', (mail) => mail.replace('text/plain', 'text/html'))
  })

  it('finds an envelope that goes elsewhere', async () => {
    const reply = clearedReply()
    const composed = await composeReply(reply, AT)
    const elsewhere = { ...composed, envelope: { ...composed.envelope, to: 'other@example.com' } }

    await assert.rejects(compareComposed(elsewhere, reply, AT), differs('envelope'))
  })

  it('says nothing of the texts in its fault', async () => {
    const fault = await finds('text', (mail) => mail.replace('left our shop', 'secret'))

    assert.doesNotMatch(`${fault.message}${fault.stack}`, /secret|lamp/iu)
  })
})

/** Changes a composed mail and gives the fault that the comparison answers with. */
async function finds(what: string, change: (mail: string) => string): Promise<Fault> {
  const reply = clearedReply()
  const composed = await composeReply(reply, AT)
  const changed = change(fromUtf8(composed.bytes))
  assert.notEqual(changed, fromUtf8(composed.bytes))
  const outcome = await compareComposed({ ...composed, bytes: utf8(changed) }, reply, AT).catch(
    (error: unknown) => error,
  )
  assert.ok(outcome instanceof Fault)
  assert.ok(differs(what)(outcome))
  return outcome
}

function differs(what: string) {
  return (error: unknown) => error instanceof Fault && error.code === 'mail.compose-differs' && error.detail === what
}

function hasCode(code: string) {
  return (error: unknown) => error instanceof Fault && error.code === code
}
