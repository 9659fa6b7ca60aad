import { NativeSelect, TextInput } from '@mantine/core'

import type { MailSecurity } from '../../src/model/mailbox-source.ts'
import { MAIL_SECURITIES } from '../../src/model/mailbox-source.ts'
import { providerHint } from './providers.ts'
import type { SourceEntry } from './source-entry.ts'
import { withSecurity } from './source-entry.ts'
import type { SourceFaults } from './source-faults.ts'
import css from './source-form.module.css'

const SECURITY_CHOICES = {
  tls: 'TLS, usually port 993',
  starttls: 'STARTTLS, usually port 143',
  none: 'None, for a server on this machine',
} as const satisfies Record<MailSecurity, string>

interface SourceFieldsProps {
  readonly address: string
  readonly entry: SourceEntry
  readonly faults: SourceFaults
  /** Whether the password stays as it is when none is entered. */
  readonly isPasswordKept: boolean
  readonly onChange: (entry: SourceEntry) => void
}

/** The server, who logs in there, and which folder is read. */
export function SourceFields({ address, entry, faults, isPasswordKept, onChange }: SourceFieldsProps) {
  const hint = providerHint(address)
  const field = (name: Exclude<keyof SourceEntry, 'security' | 'keepsSent'>) => ({
    name,
    value: entry[name],
    error: faults[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...entry, [name]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput
        {...field('host')}
        label="Mail server (IMAP)"
        description={hint.note}
        placeholder={hint.host}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className={css['pair']}>
        <NativeSelect
          name="security"
          label="Encryption"
          value={entry.security}
          error={faults.security}
          onChange={(event) => onChange(withSecurity(entry, securityOf(event.currentTarget.value)))}
          data={MAIL_SECURITIES.map((value) => ({ value, label: SECURITY_CHOICES[value] }))}
        />
        <TextInput {...field('port')} label="Port" inputMode="numeric" autoComplete="off" />
      </div>
      <TextInput {...field('user')} label="User" autoComplete="off" autoCapitalize="none" spellCheck={false} />
      <TextInput
        {...field('password')}
        label="Password"
        description="It is kept sealed, and nobody can read it back."
        placeholder={isPasswordKept ? 'unchanged' : ''}
        type="password"
        autoComplete="new-password"
      />
      <TextInput {...field('folder')} label="Folder" autoComplete="off" autoCapitalize="none" spellCheck={false} />
    </>
  )
}

function securityOf(value: string): MailSecurity {
  return MAIL_SECURITIES.find((known) => known === value) ?? 'tls'
}
