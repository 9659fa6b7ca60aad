import type { Shortcut } from './registry.ts'

/** What of a keyboard event decides. */
export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Whether single keys may act now: not while a person types, and not when they are switched off. */
export interface KeyMood {
  readonly typing: boolean
  readonly singleKeys: boolean
}

/** The shortcut a key press means, if any. Command counts as Control. */
export function matchShortcut(shortcuts: readonly Shortcut[], pressed: Pressed, mood: KeyMood): Shortcut | undefined {
  const name = pressedName(pressed)
  if (name === undefined) return undefined
  if (isSingle(name) && (mood.typing || !mood.singleKeys)) return undefined
  return shortcuts.findLast((shortcut) => shortcut.run !== undefined && shortcut.keys.split(' ').includes(name))
}

/** Letters and signs alone: the keys that WCAG 2.1.4 wants a switch for. */
export function isSingle(name: string): boolean {
  return name.length === 1
}

function pressedName(pressed: Pressed): string | undefined {
  if (pressed.altKey) return undefined
  const name = pressed.key === 'Escape' ? 'Esc' : pressed.key
  return pressed.ctrlKey || pressed.metaKey ? `Ctrl+${name}` : name
}
