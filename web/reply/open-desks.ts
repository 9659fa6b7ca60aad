import type { ReplyDesk } from './reply-desk.ts'

const desks = new Map<string, ReplyDesk>()

/** The reply desk that was opened under a key in this tab. */
export function openedDesk(key: string): ReplyDesk | undefined {
  return desks.get(key)
}

/** Keeps a desk for as long as the tab lives. */
export function keepDesk(desk: ReplyDesk): ReplyDesk {
  desks.set(desk.key, desk)
  return desk
}

/** Whether some text is in this tab only; leaving would lose it. */
export function hasUnsavedText(): boolean {
  return [...desks.values()].some((desk) => desk.chain.isDirty)
}
