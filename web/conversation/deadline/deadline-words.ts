import type { Deadline } from '../../api/conversations.ts'

type Kind = Deadline['kind']
type End = NonNullable<Deadline['settledBy']>

/** What must be done in time. */
export const DEADLINE_WORDS = {
  return: 'Answer the return request',
  'claim-request': "Answer Amazon's question about the A-to-z claim",
  appeal: 'Appeal against the decision on the claim',
  cancellation: 'Answer the cancellation request',
} as const satisfies Record<Kind, string>

/** What ended a deadline. */
export const END_WORDS = {
  refund: 'ended by the refund',
  claim: "ended by Amazon's decision",
  person: 'done',
} as const satisfies Record<End, string>

/** The deadlines that still run, the one due first on top. */
export function openDeadlines(deadlines: readonly Deadline[]): readonly Deadline[] {
  return deadlines
    .filter(({ settledAt }) => settledAt === null)
    .toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))
}
