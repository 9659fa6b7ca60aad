import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readable } from './readable.ts'

/**
 * The bytes of a mail in a Maildir that others use at the same time: a flag that they set renames it, and the first look
 * of a mail program moves it from `new` to `cur`. Undefined when they removed it. Fault `input.unreadable` else.
 */
export async function readMaildirMail(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (!isMissing(error)) return readable(path, Promise.reject(error))
  }
  const renamed = await findRenamed(path)
  return renamed === undefined ? undefined : readable(renamed, readFile(renamed))
}

/** Whether an error says that there is no file of this name (any more), or only a link that leads to itself. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP')
}

/** What stands before the colon of its name stays; the flags are behind. */
async function findRenamed(path: string): Promise<string | undefined> {
  const [unique = ''] = basename(path).split(':')
  const cur = join(dirname(path), '..', 'cur')
  const names = await readable(cur, readdir(cur))
  const name = names.find((one) => one === unique || one.startsWith(`${unique}:`))
  return name === undefined ? undefined : join(cur, name)
}
