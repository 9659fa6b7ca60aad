import { useEffect, useEffectEvent } from 'react'

import { signedOut } from '../api/signed-out.ts'
import { preferences } from '../preferences/preferences.ts'
import { matchShortcut } from './match.ts'
import type { Shortcut } from './registry.ts'
import { shortcutRegistry } from './registry.ts'

/** Makes shortcuts work while the component is on the page. `shortcuts` must keep its identity between renders. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => shortcutRegistry.add(shortcuts), [shortcuts])
}

/** Listens for all of them; once, in the shell. */
export function useKeyboard(): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || signedOut.get() || isInDialog(event.target)) return
    const mood = { typing: isTyping(event.target), singleKeys: preferences.get().singleKeys }
    const shortcut = matchShortcut(shortcutRegistry.shortcuts.get(), event, mood)
    if (!shortcut || leavesToControl(event)) return
    event.preventDefault()
    shortcut.run?.()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null
}

/** Enter on a button or a link is theirs. */
function leavesToControl(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && event.target instanceof Element && event.target.closest('button, a') !== null
}
