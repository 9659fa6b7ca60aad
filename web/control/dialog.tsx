import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

import css from './dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog in the middle. The page behind never scrolls, so nothing has to be locked. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      centered
      classNames={{ title: css['title'] ?? '' }}
      lockScroll={false}
      radius={12}
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </Modal>
  )
}
