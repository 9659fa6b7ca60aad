import { Switch, TextInput } from '@mantine/core'

import type { SourceEntry } from './source-entry.ts'
import type { SourceFaults } from './source-faults.ts'
import css from './source-form.module.css'

interface MailboxFieldsProps {
  readonly entry: SourceEntry
  readonly faults: SourceFaults
  readonly onChange: (entry: SourceEntry) => void
}

/** What holds for the mailbox wherever its mail comes from. */
export function MailboxFields({ entry, faults, onChange }: MailboxFieldsProps) {
  const field = (name: 'approvedSender' | 'deadlinesFrom' | 'authservIds') => ({
    name,
    value: entry[name],
    error: faults[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...entry, [name]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput
        {...field('approvedSender')}
        label="Address your answers leave from"
        description="It must stand in Seller Central under Messages, Messaging permissions. Amazon drops mail from any other."
        type="email"
        autoComplete="off"
      />
      <TextInput
        {...field('deadlinesFrom')}
        label="Deadlines count for mail since"
        description="Older mail comes in as history: it is kept and shown, and no clock runs for it. Leave it empty for clocks on everything."
        type="date"
      />
      <Switch
        name="keepsSent"
        label="Keep a copy of each answer in the Sent folder"
        description="Put there by the desk, on the server the mail is fetched from, so that your mail programs show it too. It needs a Sent folder there."
        checked={entry.keepsSent}
        onChange={(event) => onChange({ ...entry, keepsSent: event.currentTarget.checked })}
      />
      <details className={css['advanced']} open={entry.authservIds !== ''}>
        <summary>Advanced</summary>
        <TextInput
          {...field('authservIds')}
          label="Servers whose verdict on a sender is believed"
          description="The authserv-id your own receiving server writes into Authentication-Results, such as mx.shop.example. Several apart by commas. Without one the desk checks Amazon's signatures itself."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </details>
    </>
  )
}
