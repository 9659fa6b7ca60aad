import { useCell } from '../cell/use-cell.ts'
import css from './composer.module.css'
import type { DraftState } from './draft-chain.ts'
import type { ReplyDesk } from './reply-desk.ts'

const WORDS = {
  empty: '',
  editing: 'Not saved yet',
  saving: 'Saving',
  saved: 'Draft saved',
  sensitive: 'Not saved: remove what must not be kept',
  changed: 'Not saved: changed elsewhere',
  failed: 'Not saved: trying again',
} as const satisfies Record<DraftState['kind'], string>

/** Where the draft is, in three words. */
export function DraftLine({ desk }: { readonly desk: ReplyDesk }) {
  const { kind } = useCell(desk.chain.state)
  return (
    <span className={css['draft']} data-state={kind}>
      {WORDS[kind]}
    </span>
  )
}
