import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A temporary folder that is removed at the end. */
export interface TemporaryPlace extends AsyncDisposable {
  readonly root: string
  /** For the server's binaries. */
  readonly area: string
}

/** Makes one that the server's user can pass through, since as root the server runs as another. */
export async function temporaryPlace(): Promise<TemporaryPlace> {
  const root = await mkdtemp(join(tmpdir(), 'safereply-'))
  await chmod(root, 0o711)
  return {
    root,
    area: join(root, 'area'),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}
