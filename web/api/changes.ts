import type { ChangeView } from '../../src/http/route/shapes.ts'

export type Change = ChangeView

const PATH = '/api/v1/events'

/** The stream of changes; who opens it closes it. */
export interface ChangeStream {
  close(): void
}

/** Opens the stream. `lost` says whether the browser will try again by itself. */
export function openChangeStream(on: {
  readonly open: () => void
  readonly change: (change: Change) => void
  readonly lost: (retriesItself: boolean) => void
}): ChangeStream {
  const source = new EventSource(PATH)
  source.addEventListener('open', on.open)
  source.addEventListener('error', () => on.lost(source.readyState === EventSource.CONNECTING))
  source.addEventListener('change', (event: MessageEvent<string>) => on.change(JSON.parse(event.data)))
  return { close: () => source.close() }
}
