import type { Change } from '../store/change.ts'

/** Hears changes of the database and tells every open page. */
export interface ChangeHub {
  /** Calls back at each change until the returned function is called. */
  subscribe(listener: ChangeListener): () => void
  tell(change: Change): void
  /** Changes may have been missed: every page is let go and comes back to read anew. */
  interrupt(): void
}

export interface ChangeListener {
  readonly change: (change: Change) => void
  readonly interrupted: () => void
}

export function newChangeHub(): ChangeHub {
  const listeners = new Set<ChangeListener>()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(change) {
      for (const listener of listeners) listener.change(change)
    },
    interrupt() {
      for (const listener of listeners) listener.interrupted()
    },
  }
}
