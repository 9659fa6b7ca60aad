import { useCell } from '../cell/use-cell.ts'
import { Dialog } from '../control/dialog.tsx'
import { preferences } from '../preferences/preferences.ts'
import { openDialog } from '../shell/open-dialog.ts'
import css from './help-dialog.module.css'
import type { Shortcut } from './registry.ts'
import { shortcutRegistry } from './registry.ts'

const GROUPS = ['List', 'Conversation', 'Reply', 'Everywhere'] as const satisfies readonly Shortcut['group'][]

/** Every key that works at this moment, from the registry itself. */
export function HelpDialog() {
  const dialog = useCell(openDialog)
  const shortcuts = useCell(shortcutRegistry.shortcuts)
  const { singleKeys } = useCell(preferences)
  return (
    <Dialog title="Keys" isOpen={dialog === 'help'} onClose={() => openDialog.set(undefined)}>
      {!singleKeys && <p className={css['off']}>Single keys are switched off in the settings.</p>}
      <div className={css['groups']}>
        {GROUPS.map((group) => (
          <Group key={group} name={group} shortcuts={shortcuts.filter((shortcut) => shortcut.group === group)} />
        ))}
      </div>
    </Dialog>
  )
}

function Group({ name, shortcuts }: { readonly name: string; readonly shortcuts: readonly Shortcut[] }) {
  if (shortcuts.length === 0) return null
  return (
    <section>
      <h3>{name}</h3>
      <dl className={css['keys']}>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys}>
            <dt>
              {shortcut.keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{shortcut.does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
