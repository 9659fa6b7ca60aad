import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MARKETPLACES } from '../../../sim/amazon-relay/marketplaces.ts'
import type { Mode } from '../../../sim/amazon-relay/mode.ts'
import { type AmazonRelay, startAmazonRelay } from '../../../sim/amazon-relay/relay.ts'
import { openCage } from '../../../src/parse/cage.ts'
import { dkimKeysOf } from '../../../src/parse/dkim-keys.ts'
import { judgeSender, type SenderVerdict } from '../../../src/parse/genuine.ts'
import { currentPack } from '../../../src/policy/pack/current-pack.ts'
import { type DeskDoor, openDeskDoor, sendReply } from '../../sim/desk-door.ts'

const VERIFIED: SenderVerdict = { authenticity: 'verified', codes: ['dkim:pass'] }

test('every kind of mail of the simulated Amazon is verified, from every marketplace', async () => {
  await using desk = await openDeskDoor()
  await using relay = await startAmazonRelay({ desk: { door: desk.door } })

  for (const { id } of MARKETPLACES) await relay.send({ name: 'Petra Beispiel', text: 'Hallo', marketplace: id })
  await relay.send({ name: 'Klara Muster', text: '', photo: true, copies: 2 })
  await relay.send({ name: 'Zoë Ünal', text: 'Ölçü?', html: false, subject: 'Sipariş: ç', caseId: 'c-1' })
  await relay.settled()
  for (const mode of ANSWERED) await answerIn(relay, mode)

  const kinds = new Set(relay.deliveries().map(({ kind }) => kind))
  assert.deepEqual([...kinds].sort(), ['bounce', 'buyer-message', 'copy', 'guidelines', 'opt-out', 'unapproved-sender'])
  assert.equal(desk.received.length, relay.deliveries().length)
  assert.deepEqual(
    await verdictsOn(desk, relay),
    Array.from(desk.received, () => VERIFIED),
  )
})

/** What Amazon writes about a reply, by how it treats it. */
const ANSWERED: readonly Partial<Mode>[] = [
  { copies: true },
  { answers: 'bounce' },
  { answers: 'opt-out' },
  { answers: 'guidelines' },
  { answers: 'deliver', unapproved: 'notice' },
]

async function answerIn(relay: AmazonRelay, mode: Partial<Mode>): Promise<void> {
  relay.setMode(mode)
  const { relayAddress } = await relay.send({ name: 'Petra Beispiel', text: 'Wo ist es?', marketplace: 'de' })
  await sendReply(relay, {
    to: relayAddress,
    text: 'Es ist unterwegs.',
    ...(mode.unapproved === 'notice' ? { from: 'other@shop.example' } : {}),
  })
  await relay.settled()
}

async function verdictsOn(desk: DeskDoor, relay: AmazonRelay): Promise<readonly SenderVerdict[]> {
  await using cage = openCage()
  const pack = currentPack()
  const { selector, record } = relay.dkimRecord()
  const resolveTxt = async (name: string) => (name.startsWith(`${selector}._domainkey.`) ? [[record]] : [])
  return await Promise.all(
    desk.received.map(async ({ raw }) => {
      const outcome = await cage.parse(raw, await dkimKeysOf(raw, { pack, resolveTxt }))
      assert.ok(outcome.ok)
      return judgeSender(outcome.mail, { pack, authservIds: [] })
    }),
  )
}
