import { Fault } from '../../base/fault.ts'
import type { SmtpOutOptions } from './smtp-out.ts'

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const

/** Reads `smtp[s]://name:password@host:port`; a Fault 'config.invalid' that never repeats the value. */
export function parseSmtpUrl(text: string): SmtpOutOptions {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '') {
    throw new Fault('config.invalid', { detail: 'the SMTP address is not of the form smtps://name:password@host:port' })
  }
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''), // a URL puts an IPv6 address in brackets, a socket takes it bare
    port: url.port === '' ? PORTS[url.protocol] : Number(url.port),
    secure: url.protocol === 'smtps:',
    ...(url.username === '' ? {} : { user: decoded(url.username) }),
    ...(url.password === '' ? {} : { password: decoded(url.password) }),
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Fault('config.invalid', { detail: 'in the SMTP address a % must be written as %25' })
  }
}
