import { TriangleAlert } from 'lucide-react'

import type { DeadlineTone } from './deadline-words.ts'
import css from './clock.module.css'

const RADIUS = 7
const ROUND = 2 * Math.PI * RADIUS

/** The share of time that is left as a ring; a triangle once it is late, so that colour is never the only sign. */
export function Ring({ tone, left }: { readonly tone: DeadlineTone; readonly left: number }) {
  if (tone === 'late') return <TriangleAlert className={css['triangle']} size={15} aria-hidden />
  return (
    <svg className={css['ring']} viewBox="0 0 18 18" width={15} height={15} aria-hidden>
      <circle cx="9" cy="9" r={RADIUS} className={css['track']} />
      <circle
        cx="9"
        cy="9"
        r={RADIUS}
        className={css['share']}
        strokeDasharray={`${ROUND * left} ${ROUND}`}
        transform="rotate(-90 9 9)"
      />
    </svg>
  )
}
