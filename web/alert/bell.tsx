import { Suspense, lazy } from 'react'

import { BellButton } from './bell-button.tsx'

// A popover with its positioning is a tenth of the page; until it is there, the bell alone stands in its place.
const AlertsPopover = lazy(async () => ({ default: (await import('./alerts-popover.tsx')).AlertsPopover }))

/** The bell; it opens the alerts. */
export function AlertBell() {
  return (
    <Suspense fallback={<BellButton />}>
      <AlertsPopover />
    </Suspense>
  )
}
