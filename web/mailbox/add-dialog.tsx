import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { SubmitEvent } from 'react'
import { useState } from 'react'

import { addressFault } from '../account/account-faults.ts'
import { addMailbox } from '../api/mailboxes.ts'
import { isProblem, problemSentence } from '../api/problem.ts'
import { mailboxesKey } from '../api/queries.ts'
import { Button } from '../control/button.tsx'
import { Dialog } from '../control/dialog.tsx'
import { formText } from '../control/form-text.ts'
import { Strip } from '../control/strip.tsx'
import css from './mailboxes-page.module.css'

interface AddDialogProps {
  readonly accountId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Asks for another address of the account, and goes on to where it is fetched from. */
export function AddDialog({ accountId, isOpen, onClose }: AddDialogProps) {
  return (
    <Dialog title="Add a mailbox" isOpen={isOpen} onClose={onClose}>
      <AddForm accountId={accountId} onCancel={onClose} />
    </Dialog>
  )
}

function AddForm({ accountId, onCancel }: { readonly accountId: string; readonly onCancel: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [faults, setFaults] = useState<{ readonly address?: string | undefined; readonly sender?: string | undefined }>(
    {},
  )
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const address = formText(event.currentTarget, 'address')
    const approvedSender = formText(event.currentTarget, 'approvedSender')
    const found = { address: addressFault(address), sender: addressFault(approvedSender) }
    setFaults(found)
    if (found.address !== undefined || found.sender !== undefined) return
    setBusy(true)
    try {
      const { id: mailboxId } = await addMailbox(accountId, { address, approvedSender })
      await client.invalidateQueries({ queryKey: mailboxesKey(accountId) })
      await navigate({ to: '/a/$accountId/mailboxes/$mailboxId', params: { accountId, mailboxId } })
    } catch (error) {
      setProblem(
        isProblem(error, 'thing.changed') ? 'This desk has a mailbox of that address already.' : problemSentence(error),
      )
      setBusy(false)
    }
  }

  return (
    <form className={css['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        name="address"
        label="Address where Amazon's mail arrives"
        placeholder="buyers@shop.example"
        type="email"
        autoComplete="off"
        error={faults.address}
      />
      <TextInput
        name="approvedSender"
        label="Address your answers leave from"
        description="It must stand in Seller Central under Messages, Messaging permissions."
        placeholder="buyers@shop.example"
        type="email"
        autoComplete="off"
        error={faults.sender}
      />
      {problem !== undefined && (
        <Strip tone="bad" title="The mailbox was not added" isNews>
          {problem}
        </Strip>
      )}
      <div className={css['formActions']}>
        <Button look="main" type="submit" disabled={isBusy}>
          {isBusy ? 'Adding' : 'Next: where it is fetched from'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
