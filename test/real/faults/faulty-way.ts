import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import tls from 'node:tls'

import { after, DAY_MS } from '../../../src/base/clock.ts'
import { openSmtpOut, type SmtpOut } from '../../../src/channel/mail/smtp-out.ts'
import { STUCK_AFTER_MS } from '../../../src/flow/deliver-reply.ts'
import { requeueReplies } from '../../../src/flow/requeue-replies.ts'
import { sweepReplies } from '../../../src/flow/sweep-replies.ts'
import { ConversationShape } from '../../../src/http/route/shapes.ts'
import type { ReplyState } from '../../../src/model/reply.ts'
import { buyerMail } from '../../desk/buyer-mail.ts'
import { type OpenCase, openCase } from '../../desk/open-case.ts'
import { mailIdOf, openSmtpStage } from '../../desk/smtp-stage.ts'
import { testClock } from '../../desk/test-clock.ts'
import { type Closing, openTestDesk, type TestAccount, type TestDesk } from '../../desk/test-desk.ts'
import { until } from '../../desk/until.ts'
import { startPostfix } from '../postfix/postfix-server.ts'
import { freePort } from '../postfix/free-port.ts'
import { temporaryPlace } from '../../store/server/temporary-place.ts'
import { type DoorName, FAR_HOST, planFaultyDoors } from './faulty-doors.ts'
import { openWire, type WireFault } from './wire.ts'

/** How a reply leaves: through which door of Postfix, over which wire. */
export interface Way {
  readonly door: DoorName
  readonly wire?: WireFault
  /** Whether the server counts as far, so that TLS is demanded of it. (Default: false) */
  readonly isFar?: boolean
  /** (Default: 10,000) */
  readonly timeoutMs?: number
}

/** What the API says of a reply and of its clock, and how many mails its buyer has got. */
export interface Told {
  readonly state: ReplyState
  readonly clock: 'runs' | 'rests'
  readonly mails: number
}

/** A desk whose replies go over a wire of the test to a real Postfix, and from there to a server for the buyers'. */
export interface FaultyWay {
  /** A buyer writes and is answered: the reply goes by this way. What is told then, once Postfix has nothing left. */
  answer(way: Way): Promise<AnsweredCase>
  /** What the way out says of the server without a mail. */
  verify(way: Way): ReturnType<SmtpOut['verify']>
}

export interface AnsweredCase {
  readonly told: Told
  /** How long until it is tried again, in milliseconds. */
  readonly waitMs: number
  /** All is well now and whatever could come again does: the job, the sweeps of the next days. What is told then. */
  again(): Promise<Told>
}

const PLAIN: Way = { door: 'plain' }

/** Opens all of it; in the end it is closed. */
export async function openFaultyWay(t: Closing): Promise<FaultyWay> {
  const opened = new AsyncDisposableStack()
  t.after(() => opened.disposeAsync())
  const place = opened.use(await temporaryPlace())
  const certificates = join(place.root, 'certificates')
  await mkdir(certificates)
  const { doors, authority } = await planFaultyDoors(certificates)
  trust(authority.pem, opened)
  const stage = opened.use(await openSmtpStage())
  const plan = { root: join(place.root, 'postfix'), port: await freePort(), domain: 'shop.example' }
  const ports = { deskPort: stage.port, amazonPort: stage.port, doors: [...doors.values()] }
  const postfix = opened.use(await startPostfix({ ...plan, ...ports }))
  const wire = opened.use(await openWire())
  const clock = testClock()
  const desk = await openTestDesk(t, { clock })
  const account = await desk.openAccount('north')

  function outBy({ door, wire: fault = { kind: 'none' }, isFar = false, timeoutMs = 10_000 }: Way): SmtpOut {
    wire.lead(doors.get(door)?.port ?? assert.fail(`no door ${door}`), fault)
    return openSmtpOut({ host: isFar ? FAR_HOST : '127.0.0.1', port: wire.port, timeoutMs, name: 'desk.shop.example' })
  }
  async function told({ conversationId }: OpenCase, mailId: string): Promise<Told> {
    await until('Postfix to have nothing left', async () => (await postfix.queue()).length === 0 || undefined)
    const answer = await desk.request(`/accounts/${account.accountId}/conversations/${conversationId}`)
    const { replies, dueAt } = ConversationShape.parse(await answer.json())
    const [reply] = replies
    assert.ok(reply && replies.length === 1)
    const mails = stage.mails.filter((mail) => mailIdOf(mail) === mailId).length
    return { state: reply.state, clock: dueAt === null ? 'rests' : 'runs', mails }
  }
  return {
    verify: (way) => outBy(way).verify(),
    async answer(way) {
      const open = await newCase(desk, account)
      const reply = await open.queue()
      await open.deliver(outBy(way), reply)
      const waiting = await open.reply(reply.id)
      return {
        told: await told(open, reply.mailId),
        waitMs: waiting.notBefore.getTime() - clock.now().getTime(),
        async again() {
          clock.forward(STUCK_AFTER_MS + 1)
          await sweepReplies(desk.parts, after(clock.now(), -STUCK_AFTER_MS))
          await requeueReplies(desk.parts, after(clock.now(), DAY_MS))
          for (let time = 0; time < 2; time += 1) await open.deliver(outBy(PLAIN), reply)
          return told(open, reply.mailId)
        },
      }
    },
  }
}

let buyers = 0

/** A buyer of their own has written. */
async function newCase(desk: TestDesk, account: TestAccount): Promise<OpenCase> {
  const digits = String((buyers += 1)).padStart(7, '0')
  const thread = { alias: `faulty${digits}`, threadToken: `A0FAULTY${digits}`, orderId: `302-7654321-${digits}` }
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox, ...thread }))
  return openCase(desk, account, ({ relay }) => relay?.startsWith(thread.alias) ?? false)
}

/** Has this process trust an authority, as a machine does whose administrator entered it. */
function trust(pem: string, opened: AsyncDisposableStack): void {
  const before = tls.getCACertificates('default')
  tls.setDefaultCACertificates([...before, pem])
  opened.defer(() => tls.setDefaultCACertificates(before))
}
