import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useAccount } from '../account/use-account.ts'
import type { Mailbox, MailboxPlace } from '../api/mailboxes.ts'
import { forgetCopies } from '../api/mailboxes.ts'
import { problemSentence } from '../api/problem.ts'
import { mailboxesKey } from '../api/queries.ts'
import { dayWords } from '../clock/format.ts'
import { Button } from '../control/button.tsx'
import { Strip } from '../control/strip.tsx'
import css from './source-form.module.css'

interface CopiesStripProps {
  readonly place: MailboxPlace
  readonly mailbox: Mailbox
}

/** That Amazon sends this mailbox copies of our answers, what the desk makes of it, and a way to say that it stopped. */
export function CopiesStrip({ place, mailbox }: CopiesStripProps) {
  const client = useQueryClient()
  const canChange = useAccount().permissions.includes('account:write')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function forget() {
    setBusy(true)
    setProblem(undefined)
    try {
      await forgetCopies(place)
      await client.invalidateQueries({ queryKey: mailboxesKey(place.accountId) })
    } catch (error) {
      setProblem(problemSentence(error))
    }
    setBusy(false)
  }

  if (mailbox.copies === 'not-seen') {
    return (
      <div className={css['copies']}>
        <Strip tone="info" title="Amazon sends this mailbox no copies of your answers">
          An answer counts as sent once your mail server took it. As soon as a first copy comes, the desk waits for one
          of each answer.
        </Strip>
      </div>
    )
  }
  const since = mailbox.copiesSince === null ? '' : `, since ${dayWords(mailbox.copiesSince)}`
  return (
    <div className={css['copies']}>
      <Strip
        tone="info"
        title={`Amazon sends this mailbox a copy of each answer${since}`}
        actions={
          canChange && (
            <Button disabled={isBusy} onClick={() => void forget()}>
              Amazon sends none any more
            </Button>
          )
        }
      >
        The copy confirms that Amazon has the answer. Where none comes, you are told.
        {problem !== undefined && <span role="alert"> {problem}</span>}
      </Strip>
    </div>
  )
}
