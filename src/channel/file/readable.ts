import { Fault } from '../../base/fault.ts'

/** What reading a file or folder gives, or Fault `input.unreadable` with its path. */
export async function readable<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (cause) {
    throw new Fault('input.unreadable', { detail: path, cause })
  }
}
