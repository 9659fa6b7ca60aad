import type { Stats } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Fault } from '../../base/fault.ts'
import { MAIL_FILE_LIMITS } from './mail-file.ts'
import { isMissing } from './maildir-mail.ts'
import { readable } from './readable.ts'

/** A file with one mail or with many. */
export interface FoundFile {
  readonly path: string
  /** For a person: below the path that was asked for. */
  readonly name: string
  readonly kind: 'one-mail' | 'maildir-mail' | 'mbox'
  /** When it was found. */
  readonly sizeBytes: number
}

/** Folders of a Maildir whose files are mails whatever they are called, and the one of mails that are still coming in. */
const MAILDIR_MAILS: readonly string[] = ['cur', 'new']
const MAILDIR_UNFINISHED = 'tmp'

/**
 * The files with mails at this path, in the order of their names: a file itself; in a folder and the folders below it,
 * those of Maildirs, those named `.eml` and mboxes. Other files of a folder are passed over, and so are empty ones.
 * Fault `input.unreadable` names what cannot be read, or a file that is no mail.
 */
export async function findMailFiles(path: string): Promise<readonly FoundFile[]> {
  const stats = await readable(path, stat(path))
  if (stats.isDirectory()) return Array.fromAsync(walk({ path, name: '', depth: 0 }, new Set()))
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
}

/** `seen` holds device and number of each folder, so that links make none come twice, and no circle without end. */
async function* walk(folder: Folder, seen: Set<string>): AsyncGenerator<FoundFile> {
  const { path, depth } = folder
  if (depth > MAIL_FILE_LIMITS.depth)
    throw new Fault('input.unreadable', { detail: `${path} lies more than ${MAIL_FILE_LIMITS.depth} folders deep` })
  const { dev, ino } = await readable(path, stat(path))
  const id = `${dev}:${ino}`
  if (seen.has(id)) return
  seen.add(id)
  const names = await namesIn(path)
  const isMaildir = MAILDIR_MAILS.every((child) => names.includes(child))
  for (const child of names) {
    if (isMaildir && child === MAILDIR_UNFINISHED) continue
    if (isMaildir && MAILDIR_MAILS.includes(child)) yield* mailsIn(childOf(folder, child))
    else yield* visit(childOf(folder, child), seen)
  }
}

async function* visit(place: Folder, seen: Set<string>): AsyncGenerator<FoundFile> {
  const { path, name } = place
  const stats = await statIfThere(path)
  if (stats?.isDirectory() === true) yield* walk(place, seen)
  if (stats?.isFile() !== true || stats.size === 0) return
  const kind = await kindOf(path)
  if (kind) yield { path, name, kind, sizeBytes: stats.size }
}

function childOf({ path, name, depth }: Folder, child: string): Folder {
  return { path: join(path, child), name: name === '' ? child : `${name}/${child}`, depth: depth + 1 }
}

/** In one order on every machine. */
async function namesIn(path: string): Promise<readonly string[]> {
  return (await readable(path, readdir(path))).sort()
}

/** Each file of a `cur` or `new` is a mail; its flags stand in its name and are not read. */
async function* mailsIn(folder: Folder): AsyncGenerator<FoundFile> {
  for (const child of await namesIn(folder.path)) {
    const { path, name } = childOf(folder, child)
    const sizeBytes = await sizeOfMail(path)
    if (sizeBytes === undefined || child.startsWith('.')) continue
    yield { path, name, kind: 'maildir-mail', sizeBytes }
  }
}

/** Undefined for what is no mail. One that was renamed this very moment is found again when it is read. */
async function sizeOfMail(path: string): Promise<number | undefined> {
  const stats = await statIfThere(path)
  if (stats === undefined) return 0
  return stats.isFile() && stats.size > 0 ? stats.size : undefined
}

/** Undefined for what has gone since its folder was read, and for a link that leads nowhere. */
async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    return isMissing(error) ? undefined : readable(path, Promise.reject(error))
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
