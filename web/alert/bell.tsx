import { Suspense, lazy, useState } from 'react'

import { BellButton } from './bell-button.tsx'

// A popover with its positioning is a tenth of the page; pressed before it is there, the bell opens it once it is.
const AlertsPopover = lazy(async () => ({ default: (await import('./alerts-popover.tsx')).AlertsPopover }))

/** The bell; it opens the alerts. */
export function AlertBell() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Suspense fallback={<BellButton onClick={() => setOpen(true)} />}>
      <AlertsPopover isOpen={isOpen} onChange={setOpen} />
    </Suspense>
  )
}
