import type { AnswerPart } from '../../src/policy/check/coach.ts'
import css from './coaching-list.module.css'
import { PART_WORDS } from './coaching-words.ts'

/** What would make an answer more helpful. Nothing of it keeps the answer from leaving. */
export function CoachingList({ missing }: { readonly missing: readonly AnswerPart[] }) {
  if (missing.length === 0) return null
  return (
    <section className={css['coaching']}>
      <h3>It would help the buyer to</h3>
      <ul>
        {missing.map((part) => (
          <li key={part}>{PART_WORDS[part]}</li>
        ))}
      </ul>
    </section>
  )
}
