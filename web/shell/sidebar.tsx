import { Keyboard, Settings } from 'lucide-react'

import { AccountSwitcher } from '../account/account-switcher.tsx'
import { AlertBell } from '../alert/bell.tsx'
import { IconButton } from '../control/button.tsx'
import { useMe } from '../session/use-me.ts'
import { openDialog } from './open-dialog.ts'
import { RARE_PLACES, USUAL_PLACES } from './place-list.ts'
import { InboxPlace, Places } from './places.tsx'
import css from './sidebar.module.css'

/** Where one can go, on screens with room beside the page. */
export function Sidebar() {
  const me = useMe()
  return (
    <nav className={css['sidebar']} aria-label="Desk">
      <AccountSwitcher />
      <div className={css['places']}>
        <InboxPlace />
        <AlertBell />
        <Places places={USUAL_PLACES} />
        <Places places={RARE_PLACES} />
      </div>
      <div className={css['foot']}>
        <span className={css['person']}>{me.person.name}</span>
        <IconButton label="Keys (?)" onClick={() => openDialog.set('help')}>
          <Keyboard size={18} aria-hidden />
        </IconButton>
        <IconButton label="Settings" onClick={() => openDialog.set('preferences')}>
          <Settings size={18} aria-hidden />
        </IconButton>
      </div>
    </nav>
  )
}
