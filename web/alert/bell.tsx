import { Suspense, lazy, useState } from 'react'

import { BellButton } from './bell-button.tsx'

// A popover with its positioning is a tenth of the page.
const AlertsPopover = lazy(async () => ({ default: (await import('./alerts-popover.tsx')).AlertsPopover }))

/** The bell; it opens the alerts. */
export function AlertBell() {
  // Undefined until it is first pressed: what is fetched only then cannot take the place of a button under a finger.
  const [isOpen, setOpen] = useState<boolean>()
  const bell = <BellButton onClick={() => setOpen(true)} />
  if (isOpen === undefined) return bell
  return (
    <Suspense fallback={bell}>
      <AlertsPopover isOpen={isOpen} onChange={setOpen} />
    </Suspense>
  )
}
