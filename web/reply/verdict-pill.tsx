import { CircleHelp, Pencil, ShieldCheck, ShieldX } from 'lucide-react'

import type { VerdictTone, VerdictWords } from './verdict-words.ts'
import css from './verdict.module.css'

const ICONS = {
  empty: Pencil,
  blocked: ShieldX,
  advice: ShieldCheck,
  clear: ShieldCheck,
  uncovered: CircleHelp,
} as const satisfies Record<VerdictTone, unknown>

/** The verdict as icon, word and colour. */
export function VerdictPill({ words, id }: { readonly words: VerdictWords; readonly id?: string }) {
  return (
    <span className={css['pill']} data-tone={words.tone} id={id}>
      <VerdictIcon tone={words.tone} />
      {words.short}
    </span>
  )
}

/** The verdict as the first thing of the panel, with what it means. */
export function VerdictCard({ words }: { readonly words: VerdictWords }) {
  return (
    <div className={css['card']} data-tone={words.tone}>
      <VerdictIcon tone={words.tone} size={20} />
      <div>
        <strong>{words.short}</strong>
        <p>{words.long}</p>
      </div>
    </div>
  )
}

export function VerdictIcon({ tone, size = 16 }: { readonly tone: VerdictTone; readonly size?: number }) {
  const Icon = ICONS[tone]
  return <Icon size={size} aria-hidden />
}
