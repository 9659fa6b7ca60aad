import { Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Check, Plus } from 'lucide-react'

import { useMe } from '../session/use-me.ts'
import { AccountFace } from './account-face.tsx'
import { useAccount } from './use-account.ts'

/** The accounts a person sees, under the name of the open one. */
export function AccountMenu() {
  const { accounts } = useMe()
  const current = useAccount()
  const navigate = useNavigate()
  return (
    <Menu
      position="bottom-start"
      width={230}
      radius={10}
      shadow="md"
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <AccountFace />
      </Menu.Target>
      <Menu.Dropdown>
        {accounts.map((account) => (
          <Menu.Item
            key={account.id}
            onClick={() => void navigate({ to: '/a/$accountId', params: { accountId: account.id } })}
            leftSection={<Check size={15} aria-hidden visibility={account.id === current.id ? 'visible' : 'hidden'} />}
            rightSection={account.needsReply > 0 ? account.needsReply : undefined}
          >
            {account.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Plus size={15} aria-hidden />} onClick={() => void navigate({ to: '/set-up' })}>
          Add an account
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
