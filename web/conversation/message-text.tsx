import { EyeOff } from 'lucide-react'

import css from './message-text.module.css'
import { REDACTION_WORDS } from './redaction-words.ts'
import type { Segment } from './segments.ts'
import { segments } from './segments.ts'

/** The words of a message: nothing in them can be followed, and nothing in them is hidden. */
export function MessageText({ text }: { readonly text: string }) {
  return (
    <div className={css['text']} dir="auto">
      {segments(text).map((segment, index) => (
        // The pieces of one text never move, so their place is their name.
        // oxlint-disable-next-line react/no-array-index-key
        <Piece key={index} segment={segment} />
      ))}
    </div>
  )
}

function Piece({ segment }: { readonly segment: Segment }) {
  switch (segment.kind) {
    case 'text':
      return segment.text
    case 'pill':
      return (
        <span className={css['pill']}>
          <EyeOff size={13} aria-hidden /> {REDACTION_WORDS[segment.what]} removed
        </span>
      )
    case 'link':
      return (
        <span className={css['link']} title="A link, made harmless">
          {segment.text}
        </span>
      )
    case 'mark':
      return (
        <span className={css['mark']} title={`Hidden character: ${segment.name}`}>
          {segment.code}
        </span>
      )
  }
}
