import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'

import { useCell } from '../../cell/use-cell.ts'
import type { EditorHandle } from '../reply-desk.ts'
import type { EditorProps } from './editor-props.ts'
import css from './plain-editor.module.css'
import { fixAt, goToNeighbour, spoken } from './problem-keys.ts'

/** The text box of the browser, for those who prefer it: no underlines, the same check, keys and findings. */
export function PlainEditor({ desk, label, describedBy, onSend }: EditorProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const isSending = useCell(desk.sending)
  const [announced, announce] = useState('')

  useEffect(() => {
    const field = box.current
    return field ? desk.attach(handleOf(field, announce)) : undefined
  }, [desk])

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const at = event.currentTarget.selectionStart
    const isChord = event.ctrlKey || event.metaKey
    if (event.key === 'F8') goToNeighbour(desk, at, event.shiftKey ? -1 : 1)
    else if (isChord && event.key === '.') fixAt(desk, at)
    else if (isChord && event.key === 'Enter') onSend()
    else if (event.key === 'Escape') event.currentTarget.blur()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <textarea
        key={desk.key}
        ref={box}
        className={css['box']}
        defaultValue={desk.text}
        onInput={(event) => desk.type(event.currentTarget.value)}
        onKeyDown={press}
        readOnly={isSending}
        placeholder="Write a reply. It is checked as you type."
        aria-label={label}
        aria-describedby={describedBy}
        rows={6}
      />
      <span className="visually-hidden" role="status">
        {announced}
      </span>
    </>
  )
}

function handleOf(field: HTMLTextAreaElement, announce: (words: string) => void): EditorHandle {
  return {
    setText: (text) => {
      if (field.value !== text) field.value = text
    },
    reveal(finding) {
      field.focus()
      field.setSelectionRange(finding.span.start, finding.span.end)
      announce(spoken(finding))
    },
    focus: () => field.focus(),
  }
}
