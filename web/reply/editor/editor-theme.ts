import { EditorView } from '@codemirror/view'

/** The editor's look; colours come from the page's tokens, so one theme serves light and dark. */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--ink)', fontSize: 'var(--text-editor)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { padding: '4px 14px 12px', caretColor: 'var(--accent)', minBlockSize: '5.5em' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--ink-dim)' },
  '.cm-specialChar': { color: 'var(--bad-ink)' },
  '.cm-lintRange': { backgroundImage: 'none', paddingBlockEnd: '1px' },
  '.cm-lintRange-error': {
    backgroundColor: 'var(--bad-wash)',
    textDecoration: 'underline wavy var(--bad) 1.5px',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-info': {
    textDecoration: 'underline dotted var(--info) 2px',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
  },
  '.cm-tooltip': {
    maxInlineSize: '340px',
    color: 'var(--ink)',
    backgroundColor: 'var(--panel)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { padding: '10px 12px', borderInlineStart: '3px solid var(--bad)', fontSize: '13px' },
  '.cm-diagnostic-info': { borderInlineStartColor: 'var(--info)' },
  '.cm-diagnosticAction': {
    display: 'block',
    margin: '8px 0 0',
    padding: '5px 10px',
    color: 'var(--on-accent)',
    backgroundColor: 'var(--accent)',
    borderRadius: 'var(--radius-small)',
    fontFamily: 'inherit',
    fontSize: '13px',
    fontWeight: '500',
  },
})
