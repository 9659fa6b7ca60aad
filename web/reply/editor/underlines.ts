import type { Diagnostic } from '@codemirror/lint'
import { diagnosticCount, setDiagnostics } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'

import type { Finding } from '../../../src/model/finding.ts'
import type { ReplyDesk } from '../reply-desk.ts'

/** Draws the findings of the newest text under its words, with a card that says why and mends it. */
export function underline(view: EditorView, desk: ReplyDesk): void {
  const length = view.state.doc.length
  const diagnostics = desk.newest.findings
    .filter((finding) => finding.span.end <= length)
    .map((finding) => diagnosticOf(finding, desk))
  // Nothing to draw and nothing to take away: a clean text costs no second transaction a key.
  if (diagnostics.length === 0 && diagnosticCount(view.state) === 0) return
  view.dispatch(setDiagnostics(view.state, diagnostics))
}

function diagnosticOf(finding: Finding, desk: ReplyDesk): Diagnostic {
  const { fix, span } = finding
  return {
    from: span.start,
    to: span.end,
    severity: finding.force === 'advice' ? 'info' : 'error',
    message: `${finding.title}. ${finding.reason}`,
    renderMessage: () => messageOf(finding),
    ...(fix && { actions: [{ name: fix.label, apply: () => desk.fix(finding) }] }),
  }
}

function messageOf(finding: Finding): HTMLElement {
  const message = document.createElement('div')
  const title = document.createElement('strong')
  title.textContent = finding.title
  const reason = document.createElement('div')
  reason.textContent = finding.reason
  message.append(title, reason)
  return message
}
