import { Popover } from '@mantine/core'

import { AlertList } from './alert-list.tsx'
import { BellButton } from './bell-button.tsx'
import css from './bell.module.css'

interface AlertsPopoverProps {
  readonly isOpen: boolean
  readonly onChange: (isOpen: boolean) => void
}

/** The alerts beside their bell. */
export function AlertsPopover({ isOpen, onChange }: AlertsPopoverProps) {
  return (
    <Popover
      opened={isOpen}
      onChange={onChange}
      position="right-start"
      width={430}
      radius={12}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Popover.Target>
        <BellButton onClick={() => onChange(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown className={css['dropdown'] ?? ''} aria-label="Alerts">
        <h2>Alerts</h2>
        {/* A scrolling region takes the focus, so that the keyboard can scroll it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={css['scroller']} tabIndex={0} role="region" aria-label="Open alerts">
          <AlertList onLeave={() => onChange(false)} />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
