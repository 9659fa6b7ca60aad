import { freePort } from '../postfix/free-port.ts'
import type { PostfixDoor } from '../postfix/postfix-config.ts'
import { type Authority, type CertificateFiles, makeAuthority, selfSigned } from './certificates.ts'

/** Loopback, spelled so that the desk does not take it for loopback and demands TLS. */
export const FAR_HOST = '::ffff:127.0.0.1'

/** Each a way in which a Postfix refuses by its own settings. */
const REFUSALS = {
  'defers the recipient': { smtpd_recipient_restrictions: 'defer' },
  'refuses the recipient': { smtpd_recipient_restrictions: 'check_recipient_access static:{550 5.1.1 nobody}' },
  'refuses the sender': { smtpd_sender_restrictions: 'reject' },
  'defers at DATA': { smtpd_data_restrictions: 'defer' },
  'refuses at DATA': { smtpd_data_restrictions: 'reject' },
  'defers the mail': { smtpd_end_of_data_restrictions: 'defer' },
  'refuses the mail': { smtpd_end_of_data_restrictions: 'reject' },
  'takes small mails alone': { message_size_limit: '300' },
  'refuses to talk': { smtpd_client_restrictions: 'reject', smtpd_delay_reject: 'no' },
  'is full': { smtpd_client_connection_rate_limit: '1', smtpd_client_event_limit_exceptions: '' },
} as const satisfies Record<string, PostfixDoor['settings']>

/** What is wrong with the certificate of a Postfix that demands TLS. */
type CertificateName = 'good' | 'self-signed' | 'of another name' | 'expired'

export type DoorName = keyof typeof REFUSALS | CertificateName | 'plain'

/** The doors of a Postfix, by what they do, and the authority that vouches for those with a good certificate. */
export interface FaultyDoors {
  readonly doors: ReadonlyMap<string, PostfixDoor>
  readonly authority: Authority
}

/** Makes the certificates in a folder and finds a port for each door. */
export async function planFaultyDoors(folder: string): Promise<FaultyDoors> {
  const authority = await makeAuthority(folder)
  const names = 'IP:::ffff:7f00:1'
  const certificates = {
    good: await authority.vouch('good', { names, days: 2 }),
    'self-signed': await selfSigned(folder, 'self-signed'),
    'of another name': await authority.vouch('another', { names: 'DNS:mx.another.example', days: 2 }),
    expired: await authority.vouch('expired', { names, days: -1 }),
  } satisfies Record<CertificateName, CertificateFiles>
  const doors = new Map<string, PostfixDoor>([['plain', { port: await freePort(), settings: {} }]])
  for (const [name, settings] of Object.entries(REFUSALS)) doors.set(name, { port: await freePort(), settings })
  for (const [name, files] of Object.entries(certificates))
    doors.set(name, { port: await freePort(), settings: demandsTls(files) })
  return { doors, authority }
}

function demandsTls({ key, certificate }: CertificateFiles): PostfixDoor['settings'] {
  return { smtpd_tls_security_level: 'encrypt', smtpd_tls_key_file: key, smtpd_tls_cert_file: certificate }
}
