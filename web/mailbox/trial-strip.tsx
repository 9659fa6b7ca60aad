import { LoaderCircle } from 'lucide-react'

import type { SourceTrial } from '../api/mailboxes.ts'
import { timeAgo } from '../clock/format.ts'
import { useNow } from '../clock/tick.ts'
import { Button } from '../control/button.tsx'
import { Strip } from '../control/strip.tsx'
import css from './source-form.module.css'
import type { Trial } from './trial.ts'

interface TrialStripProps {
  readonly trial: Trial
  readonly onPickFolder: (folder: string) => void
}

/** What trying the source has found, and how to mend what is wrong. */
export function TrialStrip({ trial, onPickFolder }: TrialStripProps) {
  switch (trial.kind) {
    case 'none':
      return null
    case 'trying':
      return (
        <p className={css['trying']} role="status">
          <LoaderCircle size={16} aria-hidden /> Logging in and looking at the folder. No mail is read.
        </p>
      )
    case 'unanswered':
      return (
        <Strip tone="bad" title="It could not be tried" isNews>
          {trial.sentence}
        </Strip>
      )
    case 'found':
      return <Found outcome={trial.outcome} onPickFolder={onPickFolder} />
  }
}

function Found({ outcome, onPickFolder }: Pick<TrialStripProps, 'onPickFolder'> & { readonly outcome: SourceTrial }) {
  const now = useNow()
  if (outcome.ok) {
    const { messages, folder, newestAt, canIdle } = outcome
    const newest = newestAt === null ? '' : `, the newest ${timeAgo(newestAt, now)}`
    return (
      <Strip tone="good" title="It works" isNews>
        {messages === 0 ? `No mail in ${folder} yet` : `${messages.toLocaleString()} mails in ${folder}${newest}`}.{' '}
        {canIdle
          ? 'The server tells of new mail at once.'
          : 'The server does not tell of new mail, so the desk asks for it again and again.'}
      </Strip>
    )
  }
  const { problem, folders } = outcome
  return (
    <Strip tone="bad" title={problem.says} isNews>
      {problem.remedy}
      {folders.length > 0 && (
        <span className={css['folders']} role="group" aria-label="Folders there are">
          {folders.map((name) => (
            <Button key={name} onClick={() => onPickFolder(name)}>
              {name}
            </Button>
          ))}
        </span>
      )}
    </Strip>
  )
}
