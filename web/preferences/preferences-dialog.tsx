import { SegmentedControl, Switch, useMantineColorScheme } from '@mantine/core'
import { LogOut } from 'lucide-react'

import { signedOut } from '../api/signed-out.ts'
import { closeSession } from '../api/session.ts'
import { useCell } from '../cell/use-cell.ts'
import { Button } from '../control/button.tsx'
import { Dialog } from '../control/dialog.tsx'
import { useMe } from '../session/use-me.ts'
import { openDialog } from '../shell/open-dialog.ts'
import css from './preferences-dialog.module.css'
import { preferences } from './preferences.ts'

/** How this person likes the page on this device. */
export function PreferencesDialog() {
  const dialog = useCell(openDialog)
  const wishes = useCell(preferences)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const me = useMe()
  return (
    <Dialog title="Settings" isOpen={dialog === 'preferences'} onClose={() => openDialog.set(undefined)}>
      <div className={css['wishes']}>
        <fieldset className={css['field']}>
          <legend>Colours</legend>
          <SegmentedControl
            fullWidth
            aria-label="Colours"
            value={colorScheme}
            onChange={setColorScheme}
            data={[
              { value: 'auto', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </fieldset>
        <Switch
          label="Single-key shortcuts"
          description="Letters such as j, k and r act while no text box is in use."
          checked={wishes.singleKeys}
          onChange={(event) => preferences.set({ ...wishes, singleKeys: event.currentTarget.checked })}
        />
        <Switch
          label="Plain text box"
          description="The browser's own text box without underlines. The check and its findings stay."
          checked={wishes.plainEditor}
          onChange={(event) => preferences.set({ ...wishes, plainEditor: event.currentTarget.checked })}
        />
        <div className={css['foot']}>
          <span>Signed in as {me.person.name}</span>
          <Button onClick={() => void signOut()}>
            <LogOut size={16} aria-hidden /> Sign out
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

async function signOut(): Promise<void> {
  await closeSession()
  openDialog.set(undefined)
  signedOut.set(true)
}
