import { Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Settings } from 'lucide-react'

import { useAccount } from '../account/use-account.ts'
import { MoreButton } from './more-button.tsx'
import { openDialog } from './open-dialog.ts'
import { RARE_PLACES } from './place-list.ts'

interface MoreMenuProps {
  readonly isOpen: boolean
  readonly onChange: (isOpen: boolean) => void
}

/** The pages that a phone has no room for, and the settings. */
export function MoreMenu({ isOpen, onChange }: MoreMenuProps) {
  const { id: accountId } = useAccount()
  const navigate = useNavigate()
  return (
    <Menu
      opened={isOpen}
      onChange={onChange}
      position="top-end"
      width={220}
      radius={10}
      shadow="md"
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <MoreButton />
      </Menu.Target>
      <Menu.Dropdown>
        {RARE_PLACES.map(({ to, title, icon: Icon }) => (
          <Menu.Item
            key={to}
            leftSection={<Icon size={18} aria-hidden />}
            onClick={() => void navigate({ to, params: { accountId } })}
          >
            {title}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Settings size={18} aria-hidden />} onClick={() => openDialog.set('preferences')}>
          Settings
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
