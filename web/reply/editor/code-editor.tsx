import { EditorView } from '@codemirror/view'
import { useEffect, useEffectEvent, useRef } from 'react'

import { cspNonce } from '../../theme/nonce.ts'
import { minimalChange } from '../minimal-change.ts'
import type { EditorHandle, ReplyDesk } from '../reply-desk.ts'
import type { EditorProps } from './editor-props.ts'
import { editorState, fromDesk } from './editor-state.ts'
import { spoken } from './problem-keys.ts'
import { underline } from './underlines.ts'

/** The checked text box. One editor serves every conversation: going to another one swaps its state. */
export function CodeEditor(props: EditorProps) {
  const { desk } = props
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView>(undefined)
  const send = useEffectEvent(props.onSend)
  const freshState = useEffectEvent(() => editorState({ ...props, onSend: () => send() }))

  useEffect(() => {
    if (!place.current) return undefined
    // Its first act is to write a style element, which needs the nonce.
    const view = new EditorView({ parent: place.current, extensions: EditorView.cspNonce.of(cspNonce()) })
    editor.current = view
    return () => view.destroy()
  }, [])

  useEffect(() => {
    const view = editor.current
    if (!view) return undefined
    view.setState(freshState())
    underline(view, desk)
    return desk.attach(handleOf(view, desk))
  }, [desk])

  return <div ref={place} />
}

function handleOf(view: EditorView, desk: ReplyDesk): EditorHandle {
  return {
    setText(text) {
      const changes = minimalChange(view.state.doc.toString(), text)
      if (changes) view.dispatch({ changes, annotations: fromDesk.of(true) })
      underline(view, desk)
    },
    reveal(finding) {
      const { start, end } = finding.span
      view.dispatch({
        selection: { anchor: start, head: end },
        effects: [EditorView.scrollIntoView(start, { y: 'center' }), EditorView.announce.of(spoken(finding))],
      })
      view.focus()
    },
    focus: () => view.focus(),
  }
}
