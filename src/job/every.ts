/**
 * Does work after each interval, and before the first when `isAtOnce`; a turn is left out while the one before is not
 * done. `failed` hears what it rejects with. Disposing it waits for the work that is under way.
 */
export function every(
  { intervalMs, isAtOnce }: { readonly intervalMs: number; readonly isAtOnce: boolean },
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): AsyncDisposable {
  let running: Promise<void> | undefined
  const turn = (): void => {
    running ??= work()
      .then(() => undefined, failed)
      .finally(() => {
        running = undefined
      })
  }
  if (isAtOnce) turn()
  const timer = setInterval(turn, intervalMs)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await running
    },
  }
}
