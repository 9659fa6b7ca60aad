import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import type { Writable } from 'node:stream'
import { promisify } from 'node:util'

import type { ImapSettings } from '../../../src/channel/mail/imap/settings.ts'
import { until } from '../../desk/until.ts'
import { makeCertificate } from './certificate.ts'
import { type DovecotPlan, dovecotConfig, mailFolder } from './dovecot-config.ts'
import { deliverInto, type MailToDeliver, makeMaildir } from './maildir.ts'

const run = promisify(execFile)

const DOVECOT = '/usr/sbin/dovecot'
const DOVEADM = '/usr/bin/doveadm'
/** Debian's user `mail`, who exists everywhere there: under root, Dovecot wants another to own the mail. */
const MAIL_OWNER = { uid: 8, gid: 8 }

/** Ends the server when our end of the pipe closes, so that it does not outlive tests that are killed. */
const WITH_US = 'exec 3<&0; "$0" -F -c "$1" & server=$!; { read -r _ <&3; kill "$server"; } & wait "$server"'

/** A mail as the server has it, with its flags. */
export interface KeptMail {
  readonly uid: number
  /** Such as `\Seen`, in the server's order, apart by spaces. */
  readonly flags: string
}

/**
 * An instance of Debian's Dovecot with any number of mailboxes, each with an INBOX, none of which need be announced.
 * `user` is always the name of a mailbox, in lower case. Disposing of it ends all its processes and removes the mails.
 */
export interface DovecotServer extends AsyncDisposable {
  readonly port: number
  readonly tlsPort: number
  /** Of the certificate it shows, for `ImapSettings.ca`; empty without TLS. */
  readonly certificate: string
  readonly password: string
  /** How to read this mailbox without TLS, unless told otherwise. */
  settings(user: string, other?: Partial<ImapSettings>): ImapSettings
  /** Lays mails into the INBOX, or another folder that was made, numbered in this order, as fast as the disk takes them. */
  deliver(user: string, mails: Iterable<MailToDeliver | string>, folder?: string): Promise<void>
  /** Makes an empty folder, such as `Archive`. */
  makeFolder(user: string, folder: string): Promise<void>
  /** The INBOX, or another folder, as another program finds it. Reading it so makes no mail less recent. */
  kept(user: string, folder?: string): Promise<readonly KeptMail[]>
  /** A mail of a folder as it lies there. */
  text(user: string, folder: string, uid: number): Promise<string>
  /** What another reader does: sets `\Seen` on the mails of this search, such as `uid 1:10` or `all`. */
  setSeen(user: string, search: string): Promise<void>
  /** What another reader does: removes the mails of this search for good. */
  expunge(user: string, search: string): Promise<void>
  /** Gives the INBOX another UIDVALIDITY, as a server does that lost its numbering. */
  setUidValidity(user: string, uidValidity: number): Promise<void>
  /** Breaks all connections of this user, as when a process of the server dies. */
  dropConnections(user: string): Promise<void>
  /** How many connections of this user are logged in. */
  connections(user: string): Promise<number>
  stop(): Promise<void>
  /** Starts it again on the same ports, with the same mails. */
  start(): Promise<void>
  log(): Promise<string>
}

/** Throws with the remedy where Dovecot is not installed. */
export function assertDovecot(): void {
  if (existsSync(DOVECOT) && existsSync(DOVEADM)) return
  throw new Error(
    'these tests run a Dovecot of their own, which has to be installed: ' +
      '`sudo apt-get install --no-install-recommends dovecot-imapd`, then `npm run test:real`',
  )
}

/** Starts one and resolves when it answers. Runs under root and under an ordinary user. */
export async function openDovecot({ tls = true }: { readonly tls?: boolean } = {}): Promise<DovecotServer> {
  assertDovecot()
  const root = await mkdtemp(`${tmpdir()}/safereply-dovecot-`)
  await chmod(root, 0o755)
  const plan = await makePlan(root, tls)
  const certificate = tls ? await makeCertificate(root) : ''
  for (const folder of ['run', 'state', 'mail']) await mkdir(`${root}/${folder}`)
  await chown(`${root}/mail`, plan.owner.uid, plan.owner.gid)
  await writeFile(`${root}/dovecot.conf`, dovecotConfig(plan))
  const server = new Dovecot(plan, certificate)
  try {
    await server.start()
    return server
  } catch (cause) {
    await server[Symbol.asyncDispose]()
    throw cause
  }
}

class Dovecot implements DovecotServer {
  readonly certificate: string
  readonly #plan: DovecotPlan
  readonly #made = new Set<string>()
  #process: ChildProcessByStdio<Writable, null, null> | undefined

  constructor(plan: DovecotPlan, certificate: string) {
    this.#plan = plan
    this.certificate = certificate
  }

  get port(): number {
    return this.#plan.port
  }

  get tlsPort(): number {
    return this.#plan.tlsPort
  }

  get password(): string {
    return this.#plan.password
  }

  settings(user: string, other: Partial<ImapSettings> = {}): ImapSettings {
    const { port, password } = this.#plan
    return { host: '127.0.0.1', port, security: 'none', user, password, folder: 'INBOX', ...other }
  }

  async deliver(user: string, mails: Iterable<MailToDeliver | string>, folder = 'INBOX'): Promise<void> {
    const maildir = mailFolder(this.#plan, user)
    if (!this.#made.has(user)) await makeMaildir(maildir, this.#plan.owner)
    this.#made.add(user)
    await deliverInto(folder === 'INBOX' ? maildir : `${maildir}/.${folder}`, asMails(mails))
  }

  async makeFolder(user: string, folder: string): Promise<void> {
    await this.#doveadm('mailbox', 'create', '-u', user, folder)
  }

  async kept(user: string, folder = 'INBOX'): Promise<readonly KeptMail[]> {
    const told = await this.#doveadm('-f', 'tab', 'fetch', '-u', user, 'uid flags', 'mailbox', folder)
    const [, ...rows] = told.trimEnd().split('\n')
    return rows.map((row) => row.split('\t')).map(([uid, flags = '']) => ({ uid: Number(uid), flags }))
  }

  async text(user: string, folder: string, uid: number): Promise<string> {
    const told = await this.#doveadm('fetch', '-u', user, 'text', 'mailbox', folder, 'uid', String(uid))
    return told.slice(told.indexOf('\n') + 1)
  }

  async setSeen(user: string, search: string): Promise<void> {
    await this.#doveadm('flags', 'add', '-u', user, '\\Seen', 'mailbox', 'INBOX', ...search.split(' '))
  }

  async expunge(user: string, search: string): Promise<void> {
    await this.#doveadm('expunge', '-u', user, 'mailbox', 'INBOX', ...search.split(' '))
  }

  async setUidValidity(user: string, uidValidity: number): Promise<void> {
    await this.#doveadm('mailbox', 'update', '-u', user, '--uid-validity', String(uidValidity), 'INBOX')
  }

  async dropConnections(user: string): Promise<void> {
    await this.#doveadm('kick', user)
  }

  async connections(user: string): Promise<number> {
    return (await this.#loggedIn()).filter((one) => one.user === user).length
  }

  async start(): Promise<void> {
    const child = spawn('sh', ['-c', WITH_US, DOVECOT, this.#configFile], { stdio: ['pipe', 'ignore', 'ignore'] })
    this.#process = child
    await until('Dovecot to answer', async () => {
      if (child.exitCode !== null) throw new Error(`Dovecot ended: ${await this.log()}`)
      return (await isAnswering(this.port)) || undefined
    })
  }

  async stop(): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (child === undefined || child.exitCode !== null) return
    const readers = await this.#loggedIn()
    const ended = once(child, 'exit')
    child.stdin.end()
    await ended
    // Those that wait for new mail would notice within ten seconds; readers have nothing to lose.
    for (const { pid } of readers) killIfAlive(pid)
  }

  log(): Promise<string> {
    return readFile(`${this.#plan.root}/log`, 'utf8')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    await rm(this.#plan.root, { recursive: true, force: true })
  }

  get #configFile(): string {
    return `${this.#plan.root}/dovecot.conf`
  }

  async #loggedIn(): Promise<readonly { readonly user: string; readonly pid: number }[]> {
    const told = await this.#doveadm('-f', 'tab', 'who', '-1')
    const [, ...rows] = told.trimEnd().split('\n')
    return rows.map((row) => row.split('\t')).map(([user = '', , pid]) => ({ user, pid: Number(pid) }))
  }

  async #doveadm(...words: readonly string[]): Promise<string> {
    const { stdout } = await run(DOVEADM, ['-c', this.#configFile, ...words], { maxBuffer: 100 * 1024 * 1024 })
    return stdout
  }
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

async function makePlan(root: string, tls: boolean): Promise<DovecotPlan> {
  const { uid, gid, username } = userInfo()
  const isRoot = uid === 0
  return {
    root,
    tls,
    port: await freePort(),
    tlsPort: await freePort(),
    password: 'test-secret',
    owner: isRoot ? MAIL_OWNER : { uid, gid },
    runsAs: isRoot ? undefined : { user: username, group: (await run('id', ['-gn'])).stdout.trim() },
  }
}

function* asMails(mails: Iterable<MailToDeliver | string>): Generator<MailToDeliver> {
  for (const mail of mails) yield typeof mail === 'string' ? { bytes: mail } : mail
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Whether it greets, and the process that checks passwords is there too. */
async function isAnswering(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const { promise, resolve } = Promise.withResolvers<boolean>()
  socket.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('CAPABILITY')) resolve(true)
  })
  socket.on('error', () => resolve(false)).on('close', () => resolve(false))
  const isGreeted = await promise
  socket.destroy()
  return isGreeted
}
