import type { Cell } from '../cell/cell.ts'
import { createCell } from '../cell/cell.ts'

/** Something a key does. Single keys rest while a person types and can be switched off; chords never rest. */
export interface Shortcut {
  /** As people read it: `j`, `?`, `Esc`, `F8`, `Ctrl+Enter`. */
  readonly keys: string
  readonly does: string
  readonly group: 'List' | 'Conversation' | 'Reply' | 'Everywhere'
  /** Left out for keys that the editor handles itself: they are listed only. */
  readonly run?: () => void
}

/** The shortcuts that work at this moment; the newest of a key wins. */
export interface ShortcutRegistry {
  readonly shortcuts: Cell<readonly Shortcut[]>
  /** Adds shortcuts until the returned function is called. */
  add(shortcuts: readonly Shortcut[]): () => void
}

export function createShortcutRegistry(): ShortcutRegistry {
  const shortcuts = createCell<readonly Shortcut[]>([])
  return {
    shortcuts,
    add(added) {
      shortcuts.set([...shortcuts.get(), ...added])
      return () => shortcuts.set(shortcuts.get().filter((shortcut) => !added.includes(shortcut)))
    },
  }
}

/** The one registry of the page; it feeds the keyboard and the help. */
export const shortcutRegistry = createShortcutRegistry()
