import type { Message } from '../../api/conversations.ts'

/** The messages that were marked last, together: what can be said to need an answer after all. */
export function newestMark(messages: readonly Message[]): ReadonlySet<string> {
  const instants = messages.flatMap(({ noResponse }) => noResponse?.markedAt ?? [])
  const newest = instants.toSorted().at(-1)
  return new Set(messages.filter(({ noResponse }) => noResponse && noResponse.markedAt === newest).map(({ id }) => id))
}
