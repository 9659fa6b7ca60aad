import { z } from 'zod'

import type { ShownSource } from '../flow/mailbox/show-mailboxes.ts'
import { MAIL_SECURITIES, type MailSecurity } from '../model/mailbox-source.ts'
import type { GuestOptions, Refusal } from './as-guest.ts'
import { EXIT } from './output.ts'

/** Where a mailbox is fetched from, as it was typed; what is left out stays as it is, or is what most servers have. */
export interface SourceOptions extends GuestOptions {
  readonly host?: string
  readonly port?: number
  readonly security?: MailSecurity
  readonly user?: string
  readonly folder?: string
  /** Ask for the password although one is stored. */
  readonly askPassword?: boolean
}

/** All of a source but its password. */
export interface SourceSettings {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  readonly user: string
  readonly folder: string
}

const PORTS: Readonly<Record<MailSecurity, number>> = { tls: 993, starttls: 143, none: 143 }
const MAIN_FOLDER = 'INBOX'
/** Longest name of a host in DNS. */
const HOST_MAX_CHARACTERS = 253
const USER_MAX_CHARACTERS = 320
const FOLDER_MAX_CHARACTERS = 255
const PORT_MAX = 65_535

const Address = z.email()
/** Neither an IMAP command nor a log can be broken up by what has no control characters. */
const word = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}+$/u)
const Settings = z.object({
  host: z
    .string()
    .max(HOST_MAX_CHARACTERS)
    .regex(/^(?:[a-z\d](?:[a-z\d.:-]*[a-z\d])?|::1)$/iu),
  port: z.int().min(1).max(PORT_MAX),
  security: z.enum(MAIL_SECURITIES),
  user: word(USER_MAX_CHARACTERS),
  folder: word(FOLDER_MAX_CHARACTERS),
})

const REMEDIES: Readonly<Record<keyof SourceSettings, string>> = {
  host: '--host is the name of a mail server such as imap.your-shop.example.',
  port: `--port is a whole number from 1 to ${PORT_MAX}.`,
  security: `--security is one of ${MAIL_SECURITIES.join(', ')}.`,
  user: `--user is a name of at most ${USER_MAX_CHARACTERS} characters.`,
  folder: `--folder is the name of a folder, at most ${FOLDER_MAX_CHARACTERS} characters.`,
}

/** What there is of a mailbox already. */
export interface SourceBefore {
  readonly address: string
  readonly source: ShownSource | undefined
}

/** The settings that are meant. A server that was not named yet must be. */
export function sourceSettings(options: SourceOptions, before: SourceBefore): SourceSettings | Refusal {
  if (options.host === undefined && before.source === undefined) {
    return refusal('Say where the mailbox is fetched from: --host imap.your-shop.example.')
  }
  const parsed = Settings.safeParse(completed(options, before))
  if (parsed.success) return parsed.data
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
  return refusal(
    Object.entries(REMEDIES)
      .flatMap(([name, remedy]) => (wrong.has(name) ? [remedy] : []))
      .join('\n'),
  )
}

function completed(options: SourceOptions, { address, source }: SourceBefore) {
  const security = options.security ?? source?.security ?? 'tls'
  const port = security === source?.security ? source.port : PORTS[security]
  return {
    host: options.host?.trim() ?? source?.host,
    port: options.port ?? port,
    security,
    user: options.user ?? source?.user ?? address,
    folder: options.folder ?? source?.folder ?? MAIN_FOLDER,
  }
}

/** Whether a text can be the address of a mailbox. */
export function isAddress(text: string): boolean {
  return Address.safeParse(text.trim()).success
}

function refusal(says: string): Refusal {
  return { exit: EXIT.usage, says }
}
