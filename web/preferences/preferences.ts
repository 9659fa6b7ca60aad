import type { Cell } from '../cell/cell.ts'
import { createCell } from '../cell/cell.ts'

/** How one person likes the page on this device. Never holds text of a message. */
export interface Preferences {
  readonly singleKeys: boolean
  readonly plainEditor: boolean
}

const DEFAULTS: Preferences = { singleKeys: true, plainEditor: false }
const STORAGE_KEY = 'safereply.preferences'

export const preferences = createStoredPreferences()

function createStoredPreferences(): Cell<Preferences> {
  const cell = createCell(DEFAULTS)
  let isRead = false
  return {
    subscribe: cell.subscribe,
    get() {
      if (!isRead) cell.set(readPreferences(localStorage.getItem(STORAGE_KEY)))
      isRead = true
      return cell.get()
    },
    set(value) {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(value))
      cell.set(value)
    },
  }
}

/** Reads stored preferences; whatever is missing or of another kind is the default. */
export function readPreferences(stored: string | null): Preferences {
  const read = parse(stored)
  return {
    singleKeys: flag(read, 'singleKeys'),
    plainEditor: flag(read, 'plainEditor'),
  }
}

function flag(read: object, name: keyof Preferences): boolean {
  const value: unknown = Reflect.get(read, name)
  return typeof value === 'boolean' ? value : DEFAULTS[name]
}

function parse(stored: string | null): object {
  if (stored === null) return {}
  try {
    const value: unknown = JSON.parse(stored)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // Written by another version or by hand: the defaults are right.
    return {}
  }
}
