import { Counter, Gauge, Registry } from 'prom-client'

import type { MailFigures } from '../flow/measure-mail.ts'
import type { MailboxFigures } from '../store/mail-figures.ts'

type Watch = NonNullable<MailboxFigures['watch']>

/** What is told of each mailbox that is fetched. */
const OF_WATCH: readonly {
  readonly name: string
  readonly help: string
  readonly value: (watch: Watch, now: Date) => number
}[] = [
  {
    name: 'safereply_mail_lag_seconds',
    help: 'Seconds since the mailbox was last known to hold no mail that is not fetched',
    value: ({ state, since, seenAt }, now) => secondsFrom(state === 'caught-up' ? seenAt : since, now),
  },
  {
    name: 'safereply_mailbox_behind',
    help: 'Mails on the server that are not fetched yet, at most',
    value: ({ behind }) => behind,
  },
  {
    name: 'safereply_mailbox_failing',
    help: '1 while the mailbox cannot be fetched',
    value: ({ state }) => (state === 'failing' ? 1 : 0),
  },
]

/** The figures as Prometheus reads them. A registry of its own each time: a mailbox that was removed leaves nothing. */
export async function metricsText(
  figures: MailFigures,
  unknownShapes: number,
): Promise<{ readonly type: string; readonly text: string }> {
  const registers = [new Registry()]
  const mails = new Counter({
    name: 'safereply_mails_total',
    help: 'Mails taken in, by the door they came by and what became of them',
    labelNames: ['door', 'outcome'],
    registers,
  })
  for (const { door, outcome, mails: count } of figures.totals) mails.inc({ door, outcome }, count)
  const unknown = new Counter({
    name: 'safereply_mails_unknown_shape_total',
    help: 'Mails whose shape is not known: shown whole, or set aside as ambiguous',
    registers,
  })
  unknown.inc(unknownShapes)
  const held = new Gauge({ name: 'safereply_quarantine_held', help: 'Mails set aside and not decided', registers })
  held.set(figures.held)
  for (const { name, help, value } of OF_WATCH) {
    const gauge = new Gauge({ name, help, labelNames: ['mailbox'], registers })
    for (const { mailboxId, watch } of figures.mailboxes) {
      if (watch) gauge.set({ mailbox: String(mailboxId) }, value(watch, figures.measuredAt))
    }
  }
  const missing = new Gauge({
    name: 'safereply_reconciliation_missing',
    help: 'Mails that the last comparison found on the server and not here; it must be 0',
    labelNames: ['mailbox'],
    registers,
  })
  for (const { mailboxId, missing: count } of figures.mailboxes) {
    if (count !== undefined) missing.set({ mailbox: String(mailboxId) }, count)
  }
  const [registry = new Registry()] = registers
  return { type: registry.contentType, text: await registry.metrics() }
}

function secondsFrom(instant: Date, now: Date): number {
  return Math.max(0, (now.getTime() - instant.getTime()) / 1_000)
}
