import type { Shortcut } from '../keys/registry.ts'

/** What the text box does with keys, for the help. */
export const EDITOR_SHORTCUTS: readonly Shortcut[] = [
  { keys: 'F8', does: 'Next problem', group: 'Reply' },
  { keys: 'Shift+F8', does: 'Problem before', group: 'Reply' },
  { keys: 'Ctrl+.', does: 'Mend the problem at the cursor', group: 'Reply' },
  { keys: 'Ctrl+Enter', does: 'Send', group: 'Reply' },
  { keys: 'Esc', does: 'Leave the text box', group: 'Reply' },
]
