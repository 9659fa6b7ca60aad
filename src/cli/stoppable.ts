import { talk } from './output.ts'

/** Tells running work that it has to end. */
export interface Stop {
  readonly aborted: boolean
  /** Aborted at the same moment, for what waits. */
  readonly signal: AbortSignal
  /** Resolves when a signal came or the given signal is aborted. */
  orLost(lost: AbortSignal): Promise<void>
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Draining that takes longer than this is ended by force, and said so. */
const STOP_LIMIT_MS = 10_000

const STOPPING = 'Stopping: what is being sent is finished first.'

/**
 * Runs work that goes on until a signal. The signal is heard from the first moment, so that one that comes while the
 * desk opens is not lost; `stopping` is then said. Returns the exit code: 0 when told to stop, 4 when the database was
 * lost.
 */
export async function stoppable(work: (stop: Stop) => Promise<void>, stopping = STOPPING): Promise<number> {
  const told = new AbortController()
  const isLost = { value: false }
  const hear = (): void => {
    if (told.signal.aborted) return
    talk(stopping)
    told.abort()
    force()
  }
  for (const signal of SIGNALS) process.on(signal, hear)
  try {
    await work({
      get aborted() {
        return told.signal.aborted
      },
      signal: told.signal,
      async orLost(lost) {
        await aborted(AbortSignal.any([told.signal, lost]))
        isLost.value = lost.aborted
        if (lost.aborted) talk('The database was lost; the desk stops. Start it again.')
      },
    })
  } finally {
    for (const signal of SIGNALS) process.off(signal, hear)
  }
  return isLost.value ? 4 : 0
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Unreferenced: it only fires when something else keeps the process alive past the limit. */
function force(): void {
  setTimeout(() => {
    talk(`Stopping took more than ${STOP_LIMIT_MS / 1_000} seconds and was ended by force.`)
    process.exit(1)
  }, STOP_LIMIT_MS).unref()
}
