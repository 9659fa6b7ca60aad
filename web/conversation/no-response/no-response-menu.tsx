import { Menu } from '@mantine/core'
import { ExternalLink } from 'lucide-react'
import { useMemo, useState } from 'react'

import { NO_RESPONSE_REASONS } from '../../../src/model/no-response.ts'
import type { Shortcut } from '../../keys/registry.ts'
import { useShortcuts } from '../../keys/use-shortcuts.ts'
import { NoResponseButton } from './no-response-button.tsx'
import css from './no-response.module.css'
import { REASON_WORDS } from './reason-words.ts'
import type { AnswerMarks } from './use-answer-marks.ts'

interface NoResponseMenuProps {
  readonly marks: AnswerMarks
  /** Amazon's own link of the newest message; null when its mail has none that can be trusted. */
  readonly amazonUrl: string | null
}

/** Why the message needs no answer, to choose from. */
export function NoResponseMenu({ marks, amazonUrl }: NoResponseMenuProps) {
  const [isOpen, setOpen] = useState(false)
  useShortcuts(
    useMemo<readonly Shortcut[]>(
      () => [{ keys: 'm', does: 'No response needed', group: 'Conversation', run: () => setOpen(true) }],
      [],
    ),
  )
  return (
    <Menu
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={290}
      radius={10}
      shadow="md"
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <NoResponseButton disabled={marks.isBusy} />
      </Menu.Target>
      <Menu.Dropdown>
        {NO_RESPONSE_REASONS.map((reason) => (
          <Menu.Item key={reason} onClick={() => marks.needNone(reason)}>
            {REASON_WORDS[reason].choice}
          </Menu.Item>
        ))}
        {amazonUrl !== null && (
          <>
            <Menu.Divider />
            <Menu.Item
              component="a"
              href={amazonUrl}
              target="_blank"
              rel="noopener noreferrer"
              leftSection={<ExternalLink size={15} aria-hidden />}
            >
              Open Amazon's link
              <span className={css['hint']}>Amazon counts it only once it is opened there.</span>
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
