import { useParams } from '@tanstack/react-router'
import { Settings } from 'lucide-react'

import css from './bottom-bar.module.css'
import { openDialog } from './open-dialog.ts'
import { Places } from './places.tsx'

/** Where one can go, at thumb height of a phone. It makes room while a conversation is read. */
export function BottomBar() {
  const { conversationId } = useParams({ strict: false })
  return (
    <nav className={css['bar']} aria-label="Desk" data-state={conversationId === undefined ? 'shown' : 'away'}>
      <Places />
      <button type="button" className={css['more']} onClick={() => openDialog.set('preferences')}>
        <Settings size={18} aria-hidden />
        Settings
      </button>
    </nav>
  )
}
