import { useParams } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'

import { useAlertCount } from '../alert/bell-button.tsx'
import css from './bottom-bar.module.css'
import { MoreButton } from './more-button.tsx'
import { ALERTS, USUAL_PLACES } from './place-list.ts'
import { InboxPlace, Place, Places } from './places.tsx'

const MoreMenu = lazy(async () => ({ default: (await import('./more-menu.tsx')).MoreMenu }))

/** Where one can go, at thumb height of a phone. It makes room while a conversation is read. */
export function BottomBar() {
  const { conversationId } = useParams({ strict: false })
  // Undefined until it is first asked for: what is fetched only then cannot take the place of a button under a finger.
  const [hasMore, setMore] = useState<boolean>()
  const more = <MoreButton onClick={() => setMore(true)} />
  return (
    <nav className={css['bar']} aria-label="Desk" data-state={conversationId === undefined ? 'shown' : 'away'}>
      <InboxPlace />
      <Place entry={ALERTS} count={useAlertCount()} countedWords="open" tone="bad" />
      <Places places={USUAL_PLACES} />
      {hasMore === undefined ? (
        more
      ) : (
        <Suspense fallback={more}>
          <MoreMenu isOpen={hasMore} onChange={setMore} />
        </Suspense>
      )}
    </nav>
  )
}
