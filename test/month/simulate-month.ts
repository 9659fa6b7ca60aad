import { Client } from 'pg'

import { after, DAY_MS, SECOND_MS } from '../../src/base/clock.ts'
import { sweepAlerts } from '../../src/flow/alert/sweep-alerts.ts'
import { createSigningKey } from '../../sim/amazon-relay/mail/signing-key.ts'
import { type TestClock, testClock } from '../desk/test-clock.ts'
import { openTestDesk, type TestDesk, wayOut } from '../desk/test-desk.ts'
import { agendaOf } from './agenda.ts'
import { openAmazonDoor } from './amazon-door.ts'
import { diceOf } from './dice.ts'
import { newLedger } from './ledger.ts'
import { openMailbag } from './mailbag.ts'
import { createSimulatedAmazon } from './simulated-amazon.ts'
import { openTeam, type Team, UNDO_SECONDS } from './team.ts'
import { openWatch, type Watch } from './watch.ts'

/** The month holds the end of summer time in Europe, and the days after it that in America. */
const START = '2026-10-05T06:00:00.000Z'
const DAYS = 30
/** The figure is looked at so long after, too, when all has come to rest and the windows have moved on. */
const LAST_LOOKS_DAYS = [31, 33, 36, 40, 47, 60, 97]
/** As often as the job looks. */
const SWEEP_EVERY_MS = 15 * SECOND_MS

/** How many conversations begin, and the seed that replays what happens in them. */
export interface MonthWish {
  readonly conversations: number
  readonly seed: number
}

/**
 * Lets so many conversations begin over 30 days, and all come to their end. Everything in it is real, but for the clock,
 * which jumps, and Amazon and the people, whom a seed moves. Once a day all is compared with Amazon's own record.
 */
export async function simulateMonth(wish: MonthWish): Promise<Pick<Watch, 'differences' | 'tally'>> {
  const clock = testClock(START)
  const dice = diceOf(wish.seed)
  const agenda = agendaOf(clock)
  const key = await createSigningKey()
  await using opened = new AsyncDisposableStack()
  const resolveTxt = async (name: string) => (name.startsWith(`${key.selector}._domainkey.`) ? [[key.record]] : [])
  const closing = { after: (close: () => Promise<void>) => opened.defer(close) }
  const desk = await openTestDesk(closing, { clock, undoSeconds: UNDO_SECONDS, resolveTxt })
  const account = await desk.openAccount('north')
  const client = new Client(desk.database.connection('admin'))
  await client.connect()
  opened.defer(() => client.end())

  const ledger = newLedger()
  const watch = openWatch({ desk, account, client, ledger })
  const mailbag = openMailbag({ desk, address: account.mailbox, agenda, clock, dice })
  const amazon = createSimulatedAmazon({
    key,
    ledger,
    clock,
    agenda,
    dice,
    mailbag,
    seed: wish.seed,
    mailbox: account.mailbox,
    listener: {
      message: (buyer) => team.plan(buyer),
      async failure(buyer, answer, toldAt) {
        await watch.failure(answer, toldAt)
        team.plan(buyer)
      },
      misread: (kind, outcome) => watch.complain(`a mail of kind ${kind} was ${outcome}`),
    },
  })
  const door = opened.use(await openAmazonDoor((moment, mail) => amazon.play(moment, mail)))
  const out = wayOut('127.0.0.1', door.port)
  const team: Team = openTeam({ desk, account, client, out, ledger, amazon, agenda, clock, dice, watch })

  for (let number = 1; number <= wish.conversations; number += 1) {
    agenda.in(dice.between(0, (DAYS * DAY_MS) / SECOND_MS), () => amazon.write(amazon.newBuyer(number)))
  }
  // Half a second past, when nothing else happens, so that nothing lies on the edge of a window.
  const looks = [...Array.from({ length: DAYS }, (_day, at) => at + 1), ...LAST_LOOKS_DAYS]
  for (const day of looks) agenda.at(after(new Date(START), day * DAY_MS + SECOND_MS / 2), () => watch.compareAll())
  await agenda.run((next) => sweepUntil(next, { desk, client, clock }))
  return watch
}

/** Does what the job does every 15 seconds until an instant; looks that would find nothing are left out. */
async function sweepUntil(
  next: Date,
  parts: { readonly desk: TestDesk; readonly client: Client; readonly clock: TestClock },
): Promise<void> {
  const { desk, client, clock } = parts
  for (;;) {
    const { rows } = await client.query<{ first: Date | null }>('select min(alert_at) as first from conversation')
    const first = rows[0]?.first
    if (!first) return
    const nowMs = clock.now().getTime()
    const lookMs = Math.ceil(Math.max(first.getTime(), nowMs) / SWEEP_EVERY_MS) * SWEEP_EVERY_MS
    if (lookMs > next.getTime()) return
    clock.forward(lookMs - nowMs)
    await sweepAlerts(desk.parts)
  }
}
