import type { Actor } from '../model/actor.ts'
import type { AccountId } from '../model/ids.ts'
import { figureSince, type FigureWindow, responseFigure, windowDays } from '../policy/deadline/response-figure.ts'
import { listAnswerTimes } from '../store/answer-times.ts'
import { type Denied, readInAccount } from './in-account.ts'
import type { DeskParts } from './parts.ts'

/** How an account answers, as Amazon counts it at an instant. */
export interface ShownFigure {
  readonly now: Date
  readonly windows: readonly FigureWindow[]
}

/** The response figure of an account, reckoned anew from what happened. */
export async function showResponseFigure(
  parts: DeskParts,
  actor: Actor,
  accountId: AccountId,
): Promise<ShownFigure | Denied> {
  const right = { accountId, permission: 'account:read' } as const
  return readInAccount(parts, actor, right, async ({ tx, scope, now }): Promise<ShownFigure> => {
    const { limits } = parts.pack
    const since = figureSince(now, Math.max(...windowDays(limits)))
    return { now, windows: responseFigure(await listAnswerTimes(tx, scope, since), { now, limits }) }
  })
}
