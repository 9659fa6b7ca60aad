import { Drawer } from '@mantine/core'

import css from '../control/dialog.module.css'
import { Checks } from './checks.tsx'
import type { ReplyDesk } from './reply-desk.ts'

interface ChecksDrawerProps {
  readonly desk: ReplyDesk
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The checks on screens without room beside the conversation. */
export function ChecksDrawer({ desk, isOpen, onClose }: ChecksDrawerProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={360}
      title="Checks"
      classNames={{ title: css['title'] ?? '' }}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close the checks' }}
      transitionProps={{ duration: 120 }}
    >
      <Checks desk={desk} onLeave={onClose} />
    </Drawer>
  )
}
