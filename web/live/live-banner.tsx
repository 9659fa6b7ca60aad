import { RefreshCw, WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'

import { useCell } from '../cell/use-cell.ts'
import css from './live-banner.module.css'
import { liveState } from './live-updates.ts'

/** Says that the page may be behind: offline, or the stream of changes is down. */
export function LiveBanner() {
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  const live = useCell(liveState)
  return (
    <div role="status">
      {!online && (
        <p className={css['banner']}>
          <WifiOff size={15} aria-hidden /> You are offline. What you see may be out of date; nothing can be sent.
        </p>
      )}
      {online && live === 'paused' && (
        <p className={css['banner']}>
          <RefreshCw size={15} aria-hidden /> Live updates paused, reconnecting.
        </p>
      )}
    </div>
  )
}

function watchNetwork(watch: () => void): () => void {
  window.addEventListener('online', watch)
  window.addEventListener('offline', watch)
  return () => {
    window.removeEventListener('online', watch)
    window.removeEventListener('offline', watch)
  }
}
