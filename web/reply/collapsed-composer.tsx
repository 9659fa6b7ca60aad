import { useCell } from '../cell/use-cell.ts'
import css from './collapsed-composer.module.css'
import type { ReplyDesk } from './reply-desk.ts'
import { VerdictIcon } from './verdict-pill.tsx'
import { verdictWords } from './verdict-words.ts'

interface CollapsedComposerProps {
  readonly desk: ReplyDesk
  readonly buyerName: string
  readonly onOpen: () => void
}

/** The reply box of a phone while nobody writes: one line that opens it. */
export function CollapsedComposer({ desk, buyerName, onOpen }: CollapsedComposerProps) {
  const judged = useCell(desk.judged)
  const words = verdictWords(judged)
  const begun = judged.text.trim()
  return (
    <button type="button" className={css['line']} data-tone={words.tone} onClick={onOpen}>
      <VerdictIcon tone={words.tone} size={18} />
      <span className={css['text']}>{begun === '' ? `Reply to ${buyerName}` : begun}</span>
      {begun !== '' && <span className={css['verdict']}>{words.short}</span>}
    </button>
  )
}
