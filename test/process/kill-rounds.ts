import assert from 'node:assert/strict'
import { join } from 'node:path'

import { z } from 'zod'

import { SECOND_MS } from '../../src/base/clock.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { CLEAN_TEXT } from '../desk/open-case.ts'
import { mailIdOf, type Moment, openSmtpStage } from '../desk/smtp-stage.ts'
import { until } from '../desk/until.ts'
import { temporaryPlace } from '../store/server/temporary-place.ts'
import { inDatabaseOf } from './desk-database.ts'
import { type DeskProcess, startDeskProcess } from './desk-process.ts'

/** When the desk is killed: as soon as it has answered that the reply is queued, or at a moment of the dialogue. */
export type KillMoment = 'queued' | Moment

/** What became of the reply of one round. */
export interface Round {
  readonly moment: KillMoment
  /** What the desk says of it in the end. */
  readonly state: string
  /** How many mails to its buyer the server has got whole. */
  readonly taken: number
}

export interface KillTally {
  readonly rounds: readonly Round[]
  /** Message-IDs of all mails the server has got whole. */
  readonly mailIds: readonly string[]
}

const MAILBOX = 'north@shop.example'
/** The queue needs up to 20 seconds to see that a worker is dead, and waits before it gives its job out again. */
const QUEUE_PATIENCE_MS = 90 * SECOND_MS

/**
 * In each round a reply to a buyer of its own is sent and the desk killed with -9 at the given moment; the next desk on
 * the same data directory has to say what became of it. With `waitsForJobs` it ends when the jobs of the killed desks
 * have been given out again and done, which takes half a minute.
 */
export async function killRounds(
  moments: readonly KillMoment[],
  options: { readonly undoSeconds: number; readonly waitsForJobs: boolean },
): Promise<KillTally> {
  await using place = await temporaryPlace()
  const dataDir = join(place.root, 'data')
  let meet: (moment: Moment) => Promise<void> = () => Promise.resolve()
  await using stage = await openSmtpStage((moment) => meet(moment))
  const smtpUrl = `smtp://127.0.0.1:${stage.port}`
  const environment = { SAFEREPLY_SMTP_URL: smtpUrl, SAFEREPLY_UNDO_SECONDS: String(options.undoSeconds) }
  const start = (): Promise<DeskProcess> => startDeskProcess({ command: 'start', dataDir, environment })

  let desk = await start()
  const account = await openAccount(desk)
  for (const [round, moment] of moments.entries()) {
    const victim = desk
    const killed = Promise.withResolvers<void>()
    const kill = async (): Promise<void> => {
      await victim.end('SIGKILL')
      killed.resolve()
    }
    meet = (met) => (met === moment ? kill() : Promise.resolve())
    await sendReply(desk, account, round)
    if (moment === 'queued') await kill()
    await killed.promise
    meet = () => Promise.resolve()
    desk = await start()
    const next = desk
    // Only then is the dialogue of the next round the only one.
    await until('the reply to come to its end', () => isEnded(next, account, round), QUEUE_PATIENCE_MS)
  }
  await using last = desk
  if (options.waitsForJobs)
    await until('all jobs to be done', () => inDatabaseOf(dataDir, areJobsDone), QUEUE_PATIENCE_MS)

  const rounds: Round[] = []
  for (const [round, moment] of moments.entries()) {
    const { state } = await replyOf(last, account, round)
    const taken = stage.mails.filter((mail) => mail.includes(`To: ${aliasOf(round)}@`)).length
    rounds.push({ moment, state, taken })
  }
  return { rounds, mailIds: stage.mails.map(mailIdOf) }
}

/** Holds rounds to what always holds, and counts them: what a person may read of it. */
export function assertAtMostOnce({ rounds, mailIds }: KillTally): string {
  assert.equal(new Set(mailIds).size, mailIds.length, 'no Message-ID is taken twice')
  for (const { moment, state, taken } of rounds) {
    const what = `killed at ${moment}: ${state}, taken ${taken} times`
    assert.ok(taken <= 1, what)
    assert.ok(state === 'unknown' || (state === 'sent' && taken === 1), what)
  }
  const count = (isMeant: (round: Round) => boolean): number => rounds.filter(isMeant).length
  return [
    `${rounds.length} replies, the desk killed with -9 while each was sent`,
    `taken once ${count(({ taken }) => taken === 1)}, taken twice ${count(({ taken }) => taken > 1)}`,
    `sent ${count(({ state }) => state === 'sent')}, of them by the next desk ${count(isRetried)}`,
    `unknown ${count(({ state }) => state === 'unknown')}, of them taken ${count((round) => round.state === 'unknown' && round.taken === 1)}`,
  ].join('; ')
}

function isRetried({ moment, state }: Round): boolean {
  return moment === 'queued' && state === 'sent'
}

async function isEnded(desk: DeskProcess, account: string, round: number): Promise<true | undefined> {
  const { state } = await replyOf(desk, account, round)
  return state === 'queued' || state === 'sending' ? undefined : true
}

async function areJobsDone(client: { query(sql: string): Promise<{ rowCount: number | null }> }) {
  const open = await client.query(`select from pgboss.job where state in ('created', 'retry', 'active')`)
  return open.rowCount === 0 ? true : undefined
}

function aliasOf(round: number): string {
  return `buyer${String(round).padStart(8, '0')}`
}

function orderOf(round: number): string {
  return `302-1234567-${String(round).padStart(7, '0')}`
}

const idShape = z.object({ id: z.string() })
const inboxShape = z.object({ items: z.array(z.object({ id: z.string(), orderId: z.string(), version: z.int() })) })
const conversationShape = z.object({ replies: z.array(z.object({ state: z.string() })) })

async function openAccount(desk: DeskProcess): Promise<string> {
  const account = { name: 'North', mailboxAddress: MAILBOX, approvedSender: MAILBOX }
  const opened = await desk.request('/accounts', { method: 'POST', body: JSON.stringify(account) })
  return idShape.parse(await opened.json()).id
}

/** A new buyer writes and gets an answer, which is queued when this resolves. */
async function sendReply(desk: DeskProcess, account: string, round: number): Promise<void> {
  const thread = { alias: aliasOf(round), threadToken: `A0THREAD${round}`, orderId: orderOf(round) }
  await desk.handIn(MAILBOX, buyerMail({ to: MAILBOX, ...thread }))
  const { id, version } = await conversationOf(desk, account, round)
  const sent = await desk.request(`/accounts/${account}/conversations/${id}/replies`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"`, 'idempotency-key': `kill-round-${round}` },
    body: JSON.stringify({ text: CLEAN_TEXT }),
  })
  assert.equal(sent.status, 201)
}

async function conversationOf(desk: DeskProcess, account: string, round: number) {
  const page = await desk.request(`/accounts/${account}/conversations?view=all&limit=100`)
  const found = inboxShape.parse(await page.json()).items.find(({ orderId }) => orderId === orderOf(round))
  assert.ok(found)
  return found
}

async function replyOf(desk: DeskProcess, account: string, round: number) {
  const { id } = await conversationOf(desk, account, round)
  const shown = await desk.request(`/accounts/${account}/conversations/${id}`)
  const { replies } = conversationShape.parse(await shown.json())
  assert.equal(replies.length, 1)
  return replies[0] ?? assert.fail()
}
