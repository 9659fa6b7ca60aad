import { addressFault } from '../account/account-faults.ts'
import { startOfDay } from '../clock/day.ts'
import type { SourceEntry } from './source-entry.ts'

/** What is wrong with each field, as a sentence that says what to enter. */
export type SourceFaults = { readonly [Field in keyof SourceEntry]?: string }

const HOST = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.:-]*[a-z0-9])?$|^::1$/iu
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/u
const LONGEST_PASSWORD = 1_024

/** Checks what a person entered before it is sent; the desk checks it again. Empty when all is well. */
export function sourceFaults(entry: SourceEntry, stored: { readonly keepsPassword: boolean }): SourceFaults {
  const found: { readonly [Field in keyof SourceEntry]: string | undefined } = {
    approvedSender: addressFault(entry.approvedSender.trim()),
    host: hostFault(entry.host.trim()),
    port: portFault(entry.port),
    security: securityFault(entry),
    user: entry.user.trim() === '' ? 'Enter the name you log in with; mostly it is the address.' : undefined,
    password: passwordFault(entry.password, stored.keepsPassword),
    folder: entry.folder.trim() === '' ? 'Enter a folder; the main one is INBOX.' : undefined,
    deadlinesFrom: entry.deadlinesFrom !== '' && !startOfDay(entry.deadlinesFrom) ? 'Choose a day.' : undefined,
    authservIds: undefined,
    keepsSent: undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== undefined))
}

function hostFault(host: string): string | undefined {
  if (host === '') return "Enter the server's name; it stands in your provider's help under IMAP."
  if (host.includes('/')) return 'Enter the name alone, without https:// and what follows.'
  return HOST.test(host) ? undefined : 'Enter a name such as imap.shop.example.'
}

function portFault(port: string): string | undefined {
  const number = Number(port)
  const isPort = /^\d{1,5}$/u.test(port) && number >= 1 && number <= 65_535
  return isPort ? undefined : 'Enter a number from 1 to 65535; mostly 993.'
}

function securityFault({ host, security }: SourceEntry): string | undefined {
  if (security !== 'none' || LOOPBACK.test(host.trim())) return undefined
  return 'Without encryption only a server on this machine can be read, such as localhost.'
}

function passwordFault(password: string, isKept: boolean): string | undefined {
  if (password === '' && !isKept) return 'Enter the password for this server and user.'
  return password.length > LONGEST_PASSWORD ? `Use at most ${LONGEST_PASSWORD} characters.` : undefined
}
