import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'

import { seededRandom } from '../../sim/amazon-relay/random.ts'
import type { Random } from '../../src/base/random.ts'
import { type OutgoingProcess, startOutgoing } from './outgoing-process.ts'
import { until } from '../desk/until.ts'
import { openOutgoingScene, type OutgoingScene, type ReplyFate } from './outgoing-scene.ts'

/** What became of all replies, whoever was killed while they left. */
export interface OutgoingTally {
  readonly seed: number
  readonly rounds: number
  readonly fates: readonly ReplyFate[]
  /** Message-IDs of all mails the buyers' server has got. */
  readonly mailIds: readonly string[]
  /** In how many rounds a kill fell between `sending` and the server's answer. */
  readonly cut: number
  readonly msPerRound: number
}

/** As many as a process takes at once; what a kill leaves behind waits beside those of the next round. */
const WAITING_PER_PROCESS = 4
/** So that a delivery that was timed while the machine had other work does not lengthen every round. */
const LONGEST_DELIVERY_MS = 800
const TWO_AT_ONCE_SHARE = 0.25
const EARLY_DEATH_SHARE = 0.2

/**
 * In each round one process, or two at once, deliver what is queued and are killed with -9 after a time by chance. What
 * a desk does later about what they left is done at once. The seed gives the same chances; where in a delivery a life
 * ends is the machine's.
 */
export async function outgoingRounds(rounds: number, seed: number): Promise<OutgoingTally> {
  await using scene = await openOutgoingScene()
  const random = seededRandom(seed)
  const start = (): readonly OutgoingProcess[] =>
    Array.from({ length: chance(random) < TWO_AT_ONCE_SHARE ? 2 : 1 }, () => startOutgoing(scene.environment))
  const delivery = await timeDelivery(scene)
  let cut = 0
  let next = start()
  const begun = performance.now()
  for (let round = 0; round < rounds; round += 1) {
    const victims = next
    await scene.queue(WAITING_PER_PROCESS * victims.length)
    const at = new Date(performance.timeOrigin + performance.now())
    const isBegun = await whetherBegun(scene)
    const ends = victims.map((victim) => liveAndDie(victim, lifeOf(delivery, random), isBegun))
    next = start() // opens what it needs meanwhile
    await Promise.all(ends)
    if ((await scene.settle(at)) > 0) cut += 1
  }
  const msPerRound = (performance.now() - begun) / rounds
  await using last = new AsyncDisposableStack()
  for (const process of next) await last.use(process).begin()
  await scene.finish()
  return { seed, rounds, fates: await scene.fates(), mailIds: scene.mailIds(), cut, msPerRound }
}

/** When, after it was let begin, a process takes its first reply and is done with the last, on this machine now. */
interface Delivery {
  readonly firstMs: number
  readonly lastMs: number
}

async function timeDelivery(scene: OutgoingScene): Promise<Delivery> {
  await using process = startOutgoing(scene.environment)
  await scene.queue(WAITING_PER_PROCESS)
  const isBegun = await whetherBegun(scene)
  await process.begin()
  const begun = performance.now()
  await until('the first reply to be taken', isBegun)
  const firstMs = performance.now() - begun
  await until('the last reply to be sent', async () => (await scene.count(['queued', 'sending'])) === 0 || undefined)
  return { firstMs, lastMs: performance.now() - begun }
}

/** Gives what tells whether a reply was taken since now. */
async function whetherBegun(scene: OutgoingScene): Promise<() => Promise<true | undefined>> {
  const waiting = await scene.count(['queued'])
  return async () => (await scene.count(['queued'])) < waiting || undefined
}

/** A life ends before the first reply is taken, or so long after it. */
type Life = { readonly beforeFirstMs: number } | { readonly afterFirstMs: number }

function lifeOf({ firstMs, lastMs }: Delivery, random: Random): Life {
  if (chance(random) < EARLY_DEATH_SHARE) return { beforeFirstMs: chance(random) * firstMs }
  return { afterFirstMs: chance(random) * Math.min(lastMs - firstMs, LONGEST_DELIVERY_MS) }
}

async function liveAndDie(
  victim: OutgoingProcess,
  life: Life,
  isBegun: () => Promise<true | undefined>,
): Promise<void> {
  await victim.begin()
  if ('afterFirstMs' in life) {
    await until('a reply to be taken', isBegun)
    await delay(life.afterFirstMs)
  } else {
    await delay(life.beforeFirstMs)
  }
  await victim.kill()
}

/** From 0 to 1. */
function chance(random: Random): number {
  return Buffer.from(random.bytes(4)).readUInt32BE() / 2 ** 32
}

/** Holds a run to what always holds, and says it in a line for people. */
export function assertOnceAndTrue({ seed, rounds, fates, mailIds, cut, msPerRound }: OutgoingTally): string {
  const count = (isMeant: (fate: ReplyFate) => boolean): number => fates.filter(isMeant).length
  assert.equal(new Set(mailIds).size, mailIds.length, `no Message-ID comes twice (seed ${seed})`)
  assert.equal(
    count(({ taken }) => taken > 0),
    mailIds.length,
    `each mail is of a reply (seed ${seed})`,
  )
  assert.deepEqual(
    fates.filter((fate) => !isTrue(fate)),
    [],
    `each reply is where the desk says (seed ${seed})`,
  )
  assert.ok(
    count(({ state }) => state === 'sent') > 0 && cut > 0,
    `kills fall into deliveries and beside them (seed ${seed})`,
  )
  return [
    `${rounds} rounds with kill -9 (seed ${seed}), ${msPerRound.toFixed(0)} ms each, ${fates.length} replies`,
    `sent ${count(({ state }) => state === 'sent')}, taken twice ${count(({ taken }) => taken > 1)}, lost 0`,
    `${cut} rounds cut a delivery; unknown ${count(({ state }) => state === 'unknown')}, of them taken ${count(({ state, taken }) => state === 'unknown' && taken === 1)}`,
  ].join('; ')
}

/** In the end nothing waits: a reply was sent and its clock rests, or nobody can tell and its clock runs. */
function isTrue({ state, rests, taken }: ReplyFate): boolean {
  if (state === 'sent') return rests && taken === 1
  return state === 'unknown' && !rests && taken <= 1
}
