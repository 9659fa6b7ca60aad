import { Suspense, lazy, useState } from 'react'

import { useCell } from '../cell/use-cell.ts'
import { openDialog } from './open-dialog.ts'

const HelpDialog = lazy(async () => ({ default: (await import('../keys/help-dialog.tsx')).HelpDialog }))
const PreferencesDialog = lazy(async () => ({
  default: (await import('../preferences/preferences-dialog.tsx')).PreferencesDialog,
}))

/** The dialogs of the shell, loaded when the first one is asked for. */
export function Dialogs() {
  const dialog = useCell(openDialog)
  const [isLoaded, setLoaded] = useState(false)
  if (dialog !== undefined && !isLoaded) setLoaded(true)
  if (!isLoaded) return null
  return (
    <Suspense>
      <HelpDialog />
      <PreferencesDialog />
    </Suspense>
  )
}
