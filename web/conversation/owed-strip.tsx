import { useMemo, useRef, useEffect } from 'react'

import { Button } from '../control/button.tsx'
import { Strip } from '../control/strip.tsx'
import type { Shortcut } from '../keys/registry.ts'
import { useShortcuts } from '../keys/use-shortcuts.ts'

interface OwedStripProps {
  readonly buyerName: string
  readonly isBusy: boolean
  /** Says that nothing is owed any more; left out for those who may not. */
  readonly onDone: (() => void) | undefined
}

/** We only said that we would come back: no clock of Amazon's runs, and the buyer waits all the same. */
export function OwedStrip({ buyerName, isBusy, onDone }: OwedStripProps) {
  const newest = useRef(onDone)
  useEffect(() => {
    newest.current = onDone
  })
  useShortcuts(
    useMemo<readonly Shortcut[]>(
      () => [{ keys: 'e', does: 'Done: nothing is owed', group: 'Conversation', run: () => newest.current?.() }],
      [],
    ),
  )
  return (
    <Strip
      tone="info"
      title={`Waiting on us: you said that you would come back to ${buyerName}`}
      actions={
        onDone && (
          <Button disabled={isBusy} onClick={onDone} title="Done ( e )">
            Done
          </Button>
        )
      }
    >
      Amazon counts it as answered, so no clock runs. Write what is missing, or say that nothing is owed any more.
    </Strip>
  )
}
