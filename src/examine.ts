import { access, constants, statfs } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

import { HOUR_MS } from './base/clock.ts'
import { Fault } from './base/fault.ts'
import { openSmtpOut } from './channel/mail/smtp-out.ts'
import { parseSmtpUrl } from './channel/mail/smtp-url.ts'
import type { Examination } from './cli/running-desk.ts'
import { type Config, readConfig } from './config.ts'
import type { Grade } from './model/finding.ts'
import { LIMIT_NAMES, type LimitName, type PolicyPack } from './model/policy-pack.ts'
import { currentPack } from './policy/pack/current-pack.ts'
import { openEpochKeys } from './seal/epoch-keys.ts'
import { systemRandom } from './seal/system-random.ts'
import { openStore } from './store/open-store.ts'
import { chooseRunAs } from './store/server/run-as.ts'

const GIB = 1024 ** 3
const FREE_WARN_GIB = 2

/** Looks at what a desk needs, one thing after the other; what cannot be looked at any more is left out. */
export async function examine(): Promise<readonly Examination[]> {
  const found: Examination[] = [{ name: 'node', state: 'ok', says: process.version }, examinePack()]
  const config = examineConfig(found)
  if (!config) return found
  found.push(
    await examineDisk(config),
    await examineUser(config),
    await examineStore(config),
    await examineSmtp(config),
  )
  return found
}

/** The pack with each number and where it was read: nobody has to believe a threshold. */
function examinePack(): Examination {
  try {
    const pack = currentPack()
    const rules = Object.keys(pack.rules).length
    const grades = Object.values(pack.sources).map((source) => source.grade)
    const count = (grade: Grade): number => grades.filter((one) => one === grade).length
    const says = `${pack.id}, read ${pack.date}: ${rules} rules; sources: ${count('official')} official, ${count('vendor')} vendor, ${count('unconfirmed')} unconfirmed`
    return { name: 'policy pack', state: 'ok', says, details: LIMIT_NAMES.map((name) => limitLine(pack, name)) }
  } catch (error) {
    return failed('policy pack', error)
  }
}

function limitLine(pack: PolicyPack, name: LimitName): string {
  const { value, unit, source } = pack.limits[name]
  const amount = unit === 'ms' ? `${value / HOUR_MS} h` : `${value} ${unit}`
  const from = pack.sources[source]
  return `${name.padEnd(20)} ${amount.padEnd(16)} ${from?.title ?? source} (${from?.grade ?? 'unknown'}, read ${from?.read ?? '?'})`
}

function examineConfig(found: Examination[]): Config | undefined {
  try {
    const config = readConfig()
    found.push({ name: 'configuration', state: 'ok', says: `data in ${config.settings.dataDir}` })
    return config
  } catch (error) {
    found.push(failed('configuration', error))
    return undefined
  }
}

async function examineDisk(config: Config): Promise<Examination> {
  const folder = await nearestFolder(config.settings.dataDir)
  const { bavail, bsize } = await statfs(folder)
  const freeGib = (bavail * bsize) / GIB
  const says = `${freeGib.toFixed(1)} GiB free for ${config.settings.dataDir}`
  if (freeGib >= FREE_WARN_GIB) return { name: 'disk', state: 'ok', says }
  return { name: 'disk', state: 'warn', says: `${says}; make room, below ${FREE_WARN_GIB} GiB a desk may stop` }
}

/** As root PostgreSQL runs as somebody else; a user of its own is better than `nobody`. */
async function examineUser(config: Config): Promise<Examination> {
  try {
    const runAs = await chooseRunAs(join(config.settings.dataDir, 'cluster'))
    if (!runAs) return { name: 'user', state: 'ok', says: userInfo().username }
    if (runAs.name !== 'nobody') return { name: 'user', state: 'ok', says: `root; the database runs as ${runAs.name}` }
    const says = 'root; the database runs as nobody. Better before the first start: `useradd --system safereply`'
    return { name: 'user', state: 'warn', says }
  } catch (error) {
    return failed('user', error)
  }
}

async function examineStore(config: Config): Promise<Examination> {
  const { dataDir, dataArea, pgBinDir } = config.settings
  if (config.secrets.databaseUrl === undefined && !(await isThere(dataDir))) {
    return { name: 'database', state: 'ok', says: 'not begun; the first `safereply start` makes it' }
  }
  try {
    await using store = await openStore({
      dataDir,
      dataArea,
      pgBinDir,
      databaseUrl: config.secrets.databaseUrl,
      random: systemRandom,
      log: () => undefined,
    })
    if (!store.isFresh) await openEpochKeys(`${dataDir}/keys`, { mayCreate: false, random: systemRandom })
    return { name: 'database', state: 'ok', says: `${store.serverKind}, durable, walled, migrated; keys fit` }
  } catch (error) {
    if (error instanceof Fault && error.code === 'desk.already-running') {
      return { name: 'database', state: 'ok', says: 'a desk is running on it' }
    }
    return failed('database', error)
  }
}

async function examineSmtp(config: Config): Promise<Examination> {
  const { smtpUrl } = config.secrets
  if (smtpUrl === undefined) {
    return {
      name: 'mail out',
      state: 'warn',
      says: 'no mail server: set SAFEREPLY_SMTP_URL, or replies cannot be sent',
    }
  }
  try {
    const verified = await openSmtpOut(parseSmtpUrl(smtpUrl)).verify()
    if (verified.ok) return { name: 'mail out', state: 'ok', says: 'the mail server lets us in' }
    return { name: 'mail out', state: 'fail', says: SMTP_REMEDIES[verified.reason] }
  } catch (error) {
    return failed('mail out', error)
  }
}

const SMTP_REMEDIES = {
  unreachable: 'the mail server does not answer: look at host and port of SAFEREPLY_SMTP_URL',
  'no-tls': 'the mail server offers no TLS 1.2 or newer, and passwords are not sent without: use smtps://',
  'login-refused': 'the mail server refuses name or password of SAFEREPLY_SMTP_URL',
} as const

function failed(name: string, error: unknown): Examination {
  if (!(error instanceof Fault))
    return { name, state: 'fail', says: error instanceof Error ? error.message : String(error) }
  return {
    name,
    state: 'fail',
    says: error.detail === undefined ? error.sentence : `${error.sentence} (${error.detail})`,
  }
}

async function nearestFolder(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (dirname(folder) === folder || (await isThere(folder))) return folder
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}
