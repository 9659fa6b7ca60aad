import type { Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Fault } from '../../base/fault.ts'
import { MAIL_FILE_LIMITS } from './mail-file.ts'

/** A file with one mail or with many. */
export interface FoundFile {
  readonly path: string
  /** For a person: below the path that was asked for. */
  readonly name: string
  readonly kind: 'one-mail' | 'mbox'
  readonly sizeBytes: number
}

/** Folders of a Maildir whose files are mails whatever they are called, and the one of mails that are still coming in. */
const MAILDIR_MAILS: ReadonlySet<string> = new Set(['cur', 'new'])
const MAILDIR_UNFINISHED = 'tmp'

/**
 * The files with mails at this path, in the order of their names: a file itself; in a folder and the folders below it,
 * those of Maildirs, those named `.eml` and mboxes. Other files of a folder are passed over, and so are empty ones.
 * Fault `input.unreadable` names what cannot be read, or a file that is no mail.
 */
export async function findMailFiles(path: string): Promise<readonly FoundFile[]> {
  const stats = await readable(path, stat(path))
  if (stats.isDirectory()) return Array.fromAsync(walk({ path, name: '', depth: 0, above: [] }))
  if (!stats.isFile()) throw new Fault('input.unreadable', { detail: `${path} is neither a file nor a folder` })
  const file = { path, name: basename(path), sizeBytes: stats.size }
  if (stats.size === 0) return []
  if (await isMbox(path)) return [{ ...file, kind: 'mbox' }]
  if (isEml(path) || (await beginsWithHeader(path))) return [{ ...file, kind: 'one-mail' }]
  throw new Fault('input.unreadable', { detail: `${path} is no .eml file, no mbox and no Maildir` })
}

interface Folder {
  readonly path: string
  readonly name: string
  readonly depth: number
  /** Device and number of the folders it lies in: a link back to one of them would never end. */
  readonly above: readonly string[]
}

async function* walk(folder: Folder): AsyncGenerator<FoundFile> {
  const { path, name, depth } = folder
  if (depth > MAIL_FILE_LIMITS.depth)
    throw new Fault('input.unreadable', { detail: `${path} lies more than ${MAIL_FILE_LIMITS.depth} folders deep` })
  const self = await readable(path, stat(path))
  const key = `${self.dev}:${self.ino}`
  if (folder.above.includes(key)) return
  const entries = await readable(path, readdir(path, { withFileTypes: true }))
  const isMaildir = [...MAILDIR_MAILS].every((child) => entries.some((entry) => entry.name === child))
  for (const entry of entries.sort(byName)) {
    if (isMaildir && entry.name === MAILDIR_UNFINISHED) continue
    const child = { path: join(path, entry.name), name: name === '' ? entry.name : `${name}/${entry.name}` }
    const stats = await readable(child.path, stat(child.path))
    if (stats.isDirectory()) {
      const isMails = isMaildir && MAILDIR_MAILS.has(entry.name)
      if (isMails) yield* mailsIn(child)
      else yield* walk({ ...child, depth: depth + 1, above: [...folder.above, key] })
    } else if (stats.isFile() && stats.size > 0) {
      const kind = await kindOf(child.path)
      if (kind) yield { ...child, kind, sizeBytes: stats.size }
    }
  }
}

/** Each file of a `cur` or `new` is a mail; its flags stand in its name and are not read. */
async function* mailsIn(folder: { readonly path: string; readonly name: string }): AsyncGenerator<FoundFile> {
  for (const entry of (await readable(folder.path, readdir(folder.path, { withFileTypes: true }))).sort(byName)) {
    const path = join(folder.path, entry.name)
    const stats = await readable(path, stat(path))
    if (!stats.isFile() || stats.size === 0 || entry.name.startsWith('.')) continue
    yield { path, name: `${folder.name}/${entry.name}`, kind: 'one-mail', sizeBytes: stats.size }
  }
}

async function kindOf(path: string): Promise<FoundFile['kind'] | undefined> {
  if (isEml(path)) return (await isMbox(path)) ? 'mbox' : 'one-mail'
  return (await isMbox(path)) ? 'mbox' : undefined
}

function isEml(path: string): boolean {
  return path.toLowerCase().endsWith('.eml')
}

async function isMbox(path: string): Promise<boolean> {
  return (await firstBytes(path)).startsWith('From ')
}

async function beginsWithHeader(path: string): Promise<boolean> {
  return /^[!-9;-~]+[ \t]*:/u.test(await firstBytes(path))
}

const LOOK_BYTES = 200

async function firstBytes(path: string): Promise<string> {
  await using file = await readable(path, open(path))
  const { buffer, bytesRead } = await readable(path, file.read(Buffer.alloc(LOOK_BYTES), 0, LOOK_BYTES, 0))
  return buffer.toString('latin1', 0, bytesRead)
}

/** What reading a file gives, or Fault `input.unreadable` with its name. */
export async function readable<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (cause) {
    throw new Fault('input.unreadable', { detail: path, cause })
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1
}
