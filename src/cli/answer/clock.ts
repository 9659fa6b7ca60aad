import { seeAlert, type SeeAlertOutcome } from '../../flow/alert/see-alert.ts'
import { finishOwed } from '../../flow/answer/finish-owed.ts'
import { markNoResponse, unmarkNoResponse } from '../../flow/answer/mark-no-response.ts'
import type { SeenConversation } from '../../flow/answer/change-answer.ts'
import { settleDeadline, type SettleDeadlineOutcome } from '../../flow/settle-deadline.ts'
import { showConversation } from '../../flow/show-conversation.ts'
import { showResponseFigure } from '../../flow/show-response-figure.ts'
import type { AlertId, ConversationId, DeadlineId } from '../../model/ids.ts'
import type { NoResponseReason } from '../../model/no-response.ts'
import { asGuest, type Refusal } from '../as-guest.ts'
import { EXIT, say, talk } from '../output.ts'
import type { DeskGuest, Doors } from '../running-desk.ts'
import { accountOf, type AnswerOptions, deniedHere, isRefusal, withThing } from './find.ts'

export interface NoResponseOptions extends AnswerOptions {
  readonly reason?: NoResponseReason
  readonly undo?: boolean
  readonly seen?: number
}

export interface VersionOptions extends AnswerOptions {
  readonly seen?: number
}

const PERCENT = 100

/** Says that the messages that wait need no answer, or with `--undo` that they need one after all. */
export function noResponse(doors: Doors, name: string, options: NoResponseOptions): Promise<number> {
  const { reason, undo } = options
  return changeClock(doors, name, options, ({ parts, owner }, seen) =>
    undo === true
      ? unmarkNoResponse(parts, owner, seen)
      : markNoResponse(parts, owner, { ...seen, reason: reason ?? 'no-question' }),
  )
}

/** Says that what was owed after an acknowledgement is done. */
export function done(doors: Doors, name: string, options: VersionOptions): Promise<number> {
  return changeClock(doors, name, options, ({ parts, owner }, seen) => finishOwed(parts, owner, seen))
}

function changeClock(
  doors: Doors,
  name: string,
  options: VersionOptions,
  act: (
    guest: DeskGuest,
    seen: SeenConversation,
  ) => ReturnType<typeof finishOwed | typeof markNoResponse | typeof unmarkNoResponse>,
): Promise<number> {
  return withThing<ConversationId, Awaited<ReturnType<typeof act>>>(
    doors,
    { name, options },
    async (guest, { accountId, id: conversationId }) => {
      const shown = await showConversation(guest.parts, guest.owner, { accountId, conversationId })
      if ('ok' in shown) return shown
      return act(guest, { accountId, conversationId, version: options.seen ?? shown.row.version })
    },
    (changed) => (changed.ok ? tellDone() : nothingChanged(changed.reason)),
  )
}

function nothingChanged(reason: string): Refusal {
  return { exit: EXIT.findings, says: `Nothing is changed: ${reason}. Look again: \`safereply conversation\`.` }
}

/** Says that what had to be done in time is done. */
export function settle(doors: Doors, name: string, options: AnswerOptions): Promise<number> {
  return withThing<DeadlineId, SettleDeadlineOutcome>(
    doors,
    { name, options },
    ({ parts, owner }, { accountId, id: deadlineId }) => settleDeadline(parts, owner, { accountId, deadlineId }),
    ({ ok }) => (ok ? tellDone() : { exit: EXIT.findings, says: 'The deadline is settled already.' }),
  )
}

/** Says that an alert was seen. */
export function see(doors: Doors, name: string, options: AnswerOptions): Promise<number> {
  return withThing<AlertId, SeeAlertOutcome>(
    doors,
    { name, options },
    ({ parts, owner }, { accountId, id: alertId }) => seeAlert(parts, owner, { accountId, alertId }),
    tellDone,
  )
}

/** Shows how soon an account answers, as Amazon counts it. */
export function response(doors: Doors, options: AnswerOptions): Promise<number> {
  return asGuest(doors, options, async (guest): Promise<number | Refusal> => {
    const account = await accountOf(guest, options)
    if (isRefusal(account)) return account
    const figure = await showResponseFigure(guest.parts, guest.owner, account.id)
    if ('ok' in figure) return deniedHere(figure)
    if (options.json) say(JSON.stringify({ now: figure.now.toISOString(), windows: figure.windows }))
    else for (const line of figure.windows.map(windowLine)) say(line)
    return EXIT.ok
  })
}

type FigureWindow = Exclude<Awaited<ReturnType<typeof showResponseFigure>>, { readonly ok: false }>['windows'][number]

function windowLine(window: FigureWindow): string {
  const { days, messages, inTime, answeredLate, unanswered, pending, lateShare } = window
  const share = lateShare === undefined ? 'nothing to count' : `${(lateShare * PERCENT).toFixed(1)} % late`
  return `${days} days: ${share}; ${messages} messages, ${inTime} in time, ${answeredLate} late, ${unanswered} unanswered, ${pending} with time left`
}

function tellDone(): number {
  talk('Done.')
  return EXIT.ok
}
