import type { AccountRule } from '../api/rules.ts'

type Force = AccountRule['force']

/** What each force means for the person who writes. */
export const FORCE_WORDS = {
  never: 'Never sent',
  'by-two': 'Held until two agree',
  advice: 'Hint only',
} as const satisfies Record<Force, string>

const STRICTNESS: readonly Force[] = ['advice', 'by-two', 'never']

/** The forces an account may choose: any as strict as the pack's, and milder ones where the pack allows them. */
export function choosableForces({
  packForce,
  mayLoosen,
}: Pick<AccountRule, 'packForce' | 'mayLoosen'>): readonly Force[] {
  return mayLoosen ? STRICTNESS : STRICTNESS.slice(STRICTNESS.indexOf(packForce))
}
