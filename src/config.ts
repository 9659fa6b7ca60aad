import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { inspect } from 'node:util'

import { Fault } from './base/fault.ts'
import { dataArea } from './store/server/places.ts'

/** The environment as the process has it, or a test. */
export type Environment = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** What may be printed. Ports of 0 mean a free one. */
export interface Settings {
  /** This user's folder for the programs of the inner database; data directories of one user share it. */
  readonly dataArea: string
  readonly dataDir: string
  readonly httpHost: string
  readonly httpPort: number
  readonly publicUrl: string | undefined
  readonly doorHost: string
  readonly doorPort: number
  readonly doorProtocol: 'smtp' | 'lmtp'
  readonly undoSeconds: number
  /** Undefined: no metrics are served. */
  readonly metricsPort: number | undefined
  readonly metricsHost: string
  readonly pgBinDir: string | undefined
  /** Undefined: trouble alone on a terminal, everything elsewhere. */
  readonly logLevel: LogLevel | undefined
}

/** PEM of a server's private key and of its certificate, with those that lead to a known authority. */
export interface KeyAndCertificate {
  readonly key: string
  readonly cert: string
}

interface SecretValues {
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly doorTls: KeyAndCertificate | undefined
  readonly imapPassword: string | undefined
}

/** What may not: printing it says `[secret]`. */
export class Secrets {
  readonly #values: SecretValues

  constructor(values: SecretValues) {
    this.#values = values
  }

  get databaseUrl(): string | undefined {
    return this.#values.databaseUrl
  }

  get smtpUrl(): string | undefined {
    return this.#values.smtpUrl
  }

  /** With it, the mail door may listen beyond this machine. */
  get doorTls(): KeyAndCertificate | undefined {
    return this.#values.doorTls
  }

  /** For a command that sets or tries a mailbox; the desk keeps those of its mailboxes sealed. */
  get imapPassword(): string | undefined {
    return this.#values.imapPassword
  }

  toJSON(): string {
    return '[secret]'
  }

  [inspect.custom](): string {
    return '[secret]'
  }
}

export interface Config {
  readonly settings: Settings
  readonly secrets: Secrets
}

const DEFAULT_HTTP_PORT = 4400
const DEFAULT_DOOR_PORT = 2525
const DEFAULT_UNDO_SECONDS = 10
const UNDO_MAX_SECONDS = 60
const PORT_MAX = 65_535

/** Reads, types and checks every setting at once. One Fault 'config.invalid' names all that is wrong, values left out. */
export function readConfig(env: Environment = process.env): Config {
  const wrong: string[] = []
  const number = (name: string, fallback: number, max: number): number => {
    const text = env[name]
    if (text === undefined || text === '') return fallback
    if (/^\d{1,6}$/u.test(text) && Number(text) <= max) return Number(text)
    wrong.push(`${name} must be a whole number from 0 to ${max}`)
    return fallback
  }
  const secret = (name: string): string | undefined => secretOf(env, name, wrong)
  const settings: Settings = {
    dataArea: areaOf(env),
    dataDir: resolve(text(env, 'SAFEREPLY_DATA_DIR') ?? join(areaOf(env), 'desk')),
    httpHost: text(env, 'SAFEREPLY_HTTP_HOST') ?? '127.0.0.1',
    httpPort: number('SAFEREPLY_HTTP_PORT', DEFAULT_HTTP_PORT, PORT_MAX),
    publicUrl: urlOf(env, 'SAFEREPLY_PUBLIC_URL', wrong),
    doorHost: text(env, 'SAFEREPLY_DOOR_HOST') ?? '127.0.0.1',
    doorPort: number('SAFEREPLY_DOOR_PORT', DEFAULT_DOOR_PORT, PORT_MAX),
    doorProtocol: protocolOf(env, wrong),
    undoSeconds: number('SAFEREPLY_UNDO_SECONDS', DEFAULT_UNDO_SECONDS, UNDO_MAX_SECONDS),
    metricsPort:
      text(env, 'SAFEREPLY_METRICS_PORT') === undefined ? undefined : number('SAFEREPLY_METRICS_PORT', 0, PORT_MAX),
    metricsHost: text(env, 'SAFEREPLY_METRICS_HOST') ?? '127.0.0.1',
    pgBinDir: text(env, 'SAFEREPLY_PG_BIN'),
    logLevel: logLevelOf(env, wrong),
  }
  const secrets = new Secrets({
    databaseUrl: secret('DATABASE_URL'),
    smtpUrl: smtpUrlOf(secret('SAFEREPLY_SMTP_URL'), wrong),
    imapPassword: secret('SAFEREPLY_IMAP_PASSWORD'),
    doorTls: doorTlsOf(env, wrong),
  })
  if (wrong.length > 0) throw new Fault('config.invalid', { detail: wrong.join('; ') })
  return { settings, secrets }
}

function text(env: Environment, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name]
}

function secretOf(env: Environment, name: string, wrong: string[]): string | undefined {
  const value = text(env, name)
  if (text(env, `${name}_FILE`) === undefined) return value
  if (value !== undefined) wrong.push(`set ${name} or ${name}_FILE, not both`)
  return fileOf(env, `${name}_FILE`, wrong)?.trim()
}

/** What the file holds that a setting names; undefined when it names none. */
function fileOf(env: Environment, name: string, wrong: string[]): string | undefined {
  const file = text(env, name)
  if (file === undefined) return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch {
    wrong.push(`${name} names a file that cannot be read`)
    return undefined
  }
}

function doorTlsOf(env: Environment, wrong: string[]): KeyAndCertificate | undefined {
  const names = ['SAFEREPLY_DOOR_TLS_KEY_FILE', 'SAFEREPLY_DOOR_TLS_CERT_FILE'] as const
  const set = names.filter((name) => text(env, name) !== undefined)
  if (set.length === 1) wrong.push(`set ${names.join(' and ')}, or none of them`)
  if (set.length < 2) return undefined
  const [key, cert] = names.map((name) => fileOf(env, name, wrong))
  if (key === undefined || cert === undefined) return undefined
  try {
    createSecureContext({ key, cert })
    return { key, cert }
  } catch {
    // What is wrong with it is not repeated: a message could hold part of the key.
    wrong.push(`${names.join(' and ')} must hold a PEM key and the certificate that belongs to it`)
    return undefined
  }
}

function urlOf(env: Environment, name: string, wrong: string[]): string | undefined {
  const value = text(env, name)
  if (value === undefined) return undefined
  if (URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol)) return value.replace(/\/+$/u, '')
  wrong.push(`${name} must be an address such as https://desk.your-shop.example`)
  return undefined
}

function smtpUrlOf(value: string | undefined, wrong: string[]): string | undefined {
  if (value === undefined || (URL.canParse(value) && /^smtps?:$/u.test(new URL(value).protocol))) return value
  wrong.push('SAFEREPLY_SMTP_URL must be an address such as smtps://name:password@mail.your-shop.example:465')
  return undefined
}

function protocolOf(env: Environment, wrong: string[]): 'smtp' | 'lmtp' {
  const value = text(env, 'SAFEREPLY_DOOR_PROTOCOL') ?? 'smtp'
  if (value === 'smtp' || value === 'lmtp') return value
  wrong.push('SAFEREPLY_DOOR_PROTOCOL must be smtp or lmtp')
  return 'smtp'
}

function logLevelOf(env: Environment, wrong: string[]): LogLevel | undefined {
  const value = text(env, 'SAFEREPLY_LOG_LEVEL')
  const level = LOG_LEVELS.find((one) => one === value)
  if (value !== undefined && level === undefined)
    wrong.push(`SAFEREPLY_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`)
  return level
}

function areaOf(env: Environment): string {
  return dataArea({
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    home: text(env, 'HOME') ?? homedir(),
    xdgDataHome: text(env, 'XDG_DATA_HOME'),
  })
}
