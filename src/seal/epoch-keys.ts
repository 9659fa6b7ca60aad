import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { Fault } from '../base/fault.ts'
import type { Random } from '../base/random.ts'
import { asKey, type Key, KEY_BYTES } from './aead.ts'
import { unwrapKey, wrapKey } from './xaes.ts'

/** The keys outside the database: a root secret and, wrapped under it, the epoch keys that wrap the accounts' keys. */
export interface EpochKeys {
  /** The epoch new account keys are wrapped under. */
  readonly current: number
  /** The key of an epoch; a Fault 'seal.key-missing' when it is gone. */
  key(epoch: number): Key
}

const ROOT_FILE = 'root.key'
const EPOCH_FILE = 'epochs.json'
const FIRST_EPOCH = 1

/**
 * Opens the key folder. It is made only when it is wholly absent and `mayCreate` says that nothing was sealed yet;
 * anything else that is missing is a lost key: a Fault 'seal.key-missing', never a new key over old data.
 */
export async function openEpochKeys(
  folder: string,
  options: { readonly mayCreate: boolean; readonly random: Random },
): Promise<EpochKeys> {
  const root = await readIfThere(join(folder, ROOT_FILE))
  const epochs = await readIfThere(join(folder, EPOCH_FILE))
  if (root === undefined && epochs === undefined && options.mayCreate) return firstKeys(folder, options.random)
  if (root === undefined || epochs === undefined) throw new Fault('seal.key-missing', { detail: folder })
  await chmod(join(folder, ROOT_FILE), 0o600)
  return unwrapped(asKey(Buffer.from(root.trim(), 'hex')), epochs)
}

/** Both files are written in a folder beside and appear together by one rename: a power cut leaves none or both. */
async function firstKeys(folder: string, random: Random): Promise<EpochKeys> {
  const root = asKey(random.bytes(KEY_BYTES))
  const epoch = asKey(random.bytes(KEY_BYTES))
  const wrapped = Buffer.from(wrapKey(root, epochUse(FIRST_EPOCH), epoch, random)).toString('hex')
  const beside = `${folder}.new`
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { recursive: true, mode: 0o700 })
  await writeDurably(join(beside, ROOT_FILE), `${Buffer.from(root).toString('hex')}\n`)
  await writeDurably(join(beside, EPOCH_FILE), `${JSON.stringify({ [FIRST_EPOCH]: wrapped })}\n`)
  await rename(beside, folder)
  await flush(dirname(folder))
  return { current: FIRST_EPOCH, key: keyOf(new Map([[FIRST_EPOCH, epoch]])) }
}

function unwrapped(root: Key, text: string): EpochKeys {
  const keys = new Map<number, Key>()
  for (const [name, wrapped] of Object.entries(parsed(text))) {
    const epoch = Number(name)
    keys.set(epoch, unwrapKey(root, epochUse(epoch), Buffer.from(wrapped, 'hex')))
  }
  if (keys.size === 0) throw new Fault('seal.key-missing', { detail: EPOCH_FILE })
  return { current: Math.max(...keys.keys()), key: keyOf(keys) }
}

function parsed(text: string): Record<string, string> {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) throw new Fault('seal.key-missing', { detail: EPOCH_FILE })
  return Object.fromEntries(Object.entries(value).map(([epoch, wrapped]) => [epoch, String(wrapped)]))
}

function keyOf(keys: ReadonlyMap<number, Key>): (epoch: number) => Key {
  return (epoch) => {
    const key = keys.get(epoch)
    if (!key) throw new Fault('seal.key-missing', { detail: `epoch ${epoch}` })
    return key
  }
}

function epochUse(epoch: number): string {
  return `epoch|${epoch}`
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new Fault('seal.key-missing', { detail: path, cause })
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a rename inside the folder survive a power cut. Windows has no handle on a folder and does this by itself. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
