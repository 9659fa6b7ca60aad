/** A value that tells its watchers when it changes: the page's own state outside React. */
export interface Cell<T> {
  get(): T
  /** Tells the watchers, unless the value is the same one. */
  set(value: T): void
  /** Calls `watch` after each change until the returned function is called. */
  subscribe(watch: () => void): () => void
}

export function createCell<T>(initial: T): Cell<T> {
  let current = initial
  const watchers = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const watch of watchers) watch()
    },
    subscribe(watch) {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
  }
}
