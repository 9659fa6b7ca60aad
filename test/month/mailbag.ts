import assert from 'node:assert/strict'

import type { ComingMail } from '../../src/flow/receive/coming-mail.ts'
import type { ArrivalOutcome } from '../../src/model/arrival.ts'
import type { TestClock } from '../desk/test-clock.ts'
import type { TestDesk } from '../desk/test-desk.ts'
import type { Agenda } from './agenda.ts'
import type { Dice } from './dice.ts'

/** A mail on its way to the desk, and who hears of it when the desk has it. */
export interface PostedMail {
  readonly bytes: Uint8Array
  readonly arrivesInSeconds: number
  readonly taken: (outcome: ArrivalOutcome, arrivedAt: Date) => Promise<void> | void
}

/** The desk's mailbox: what arrives lies there until it is fetched. */
export interface Mailbag {
  post(mail: PostedMail): void
}

/** A desk that watches a mailbox hears of a new mail at once or, when the server is slow to tell, after half a minute. */
const FETCHED_WITHIN_SECONDS = 30

interface WaitingMail extends PostedMail {
  readonly arrivedAt: Date
}

export function openMailbag(parts: {
  readonly desk: TestDesk
  readonly address: string
  readonly agenda: Agenda
  readonly clock: TestClock
  readonly dice: Dice
}): Mailbag {
  const { desk, address, agenda, clock, dice } = parts
  let waiting: WaitingMail[] = []
  let lastUid = 0

  async function fetch(): Promise<void> {
    const mails = waiting
    waiting = []
    const position = (uid: number) => (uid === 0 ? undefined : { uidValidity: 1, lastUid: uid })
    const from = position(lastUid)
    const coming = mails.map(({ bytes, arrivedAt }): ComingMail => {
      lastUid += 1
      const [uid, sizeBytes] = [lastUid, bytes.length]
      return { door: 'imap', uidValidity: 1, uid, arrivedAt, sizeBytes, bytes, isTooLarge: false }
    })
    const to = { uidValidity: 1, lastUid }
    const taken = await desk.receiveMails(address, { mails: coming, move: { from, to } })
    assert.equal(taken.kind, 'taken')
    for (const [at, outcome] of taken.outcomes.entries()) {
      const mail = mails[at]
      if (mail) await mail.taken(outcome, mail.arrivedAt)
    }
  }

  return {
    post(mail) {
      agenda.in(mail.arrivesInSeconds, () => {
        waiting.push({ ...mail, arrivedAt: clock.now() })
        if (waiting.length === 1) agenda.in(dice.between(0, FETCHED_WITHIN_SECONDS), fetch)
      })
    },
  }
}
