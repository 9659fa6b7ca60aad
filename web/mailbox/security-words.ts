import type { MailSecurity } from '../../src/model/mailbox-source.ts'

/** How people call each way to keep a connection private. */
export const SECURITY_WORDS = {
  tls: 'TLS',
  starttls: 'STARTTLS',
  none: 'not encrypted',
} as const satisfies Record<MailSecurity, string>
