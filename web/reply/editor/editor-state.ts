import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { Annotation, EditorState } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, placeholder } from '@codemirror/view'

import { cspNonce } from '../../theme/nonce.ts'
import type { EditorProps } from './editor-props.ts'
import { editorTheme } from './editor-theme.ts'
import { fixAt, goToNeighbour } from './problem-keys.ts'
import { underline } from './underlines.ts'

/** Marks a change that the reply desk made itself, so that it is not told of it again. */
export const fromDesk = Annotation.define<boolean>()

/** A fresh state for one reply: its text, keys, underlines and what a screen reader is told. */
export function editorState({ desk, label, describedBy, onSend }: EditorProps): EditorState {
  return EditorState.create({
    doc: desk.text,
    extensions: [
      EditorView.cspNonce.of(cspNonce()),
      // A text on its way must not change under it.
      EditorState.changeFilter.of((change) => change.annotation(fromDesk) === true || !desk.sending.get()),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': describedBy,
        spellcheck: 'true',
        autocapitalize: 'sentences',
      }),
      placeholder('Write a reply. It is checked as you type.'),
      highlightSpecialChars(),
      history(),
      keymap.of(replyKeys(desk, onSend)),
      keymap.of([...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => {
        const isTyped = update.docChanged && !update.transactions.some((change) => change.annotation(fromDesk))
        if (!isTyped) return
        desk.type(update.state.doc.toString())
        underline(update.view, desk)
      }),
      editorTheme,
    ],
  })
}

function replyKeys(desk: EditorProps['desk'], onSend: () => void) {
  return [
    { key: 'Mod-Enter', run: sendKey(onSend) },
    { key: 'F8', run: (view: EditorView) => goToNeighbour(desk, view.state.selection.main.from, 1) },
    { key: 'Shift-F8', run: (view: EditorView) => goToNeighbour(desk, view.state.selection.main.from, -1) },
    { key: 'Mod-.', run: (view: EditorView) => fixAt(desk, view.state.selection.main.from) },
    { key: 'Escape', run: leave },
  ]
}

function sendKey(onSend: () => void) {
  return () => {
    onSend()
    return true
  }
}

/** The first Escape leaves the text, so that single keys work again; Tab would only move on. */
function leave(view: EditorView): boolean {
  view.contentDOM.blur()
  return true
}
