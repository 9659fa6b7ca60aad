import { ImapFailure } from './failure.ts'
import { listFolders } from './folders.ts'
import type { ImapProblem } from './problem.ts'
import { openImap } from './session.ts'
import { isSafe, type ImapSettings } from './settings.ts'

/** What the test button finds. `folders` names what there is when the folder asked for is missing, at most twenty. */
export type ImapTrial =
  | {
      readonly ok: true
      readonly folder: string
      readonly messages: number
      readonly canIdle: boolean
      readonly newestAt?: Date
    }
  | { readonly ok: false; readonly problem: ImapProblem; readonly folders?: readonly string[] }

/** Connects, logs in and opens the folder; reads no mail and changes nothing. Rejects only with the signal's reason. */
export async function tryImap(settings: ImapSettings, options: { readonly signal: AbortSignal }): Promise<ImapTrial> {
  if (!isSafe(settings)) return { ok: false, problem: 'not-safe' }
  try {
    await using session = await openImap(settings, options)
    const newestAt = await session.newestAt()
    return {
      ok: true,
      folder: settings.folder,
      messages: session.messages,
      canIdle: session.canIdle,
      ...(newestAt === undefined ? {} : { newestAt }),
    }
  } catch (error) {
    if (!(error instanceof ImapFailure)) throw error
    if (error.problem !== 'folder-missing') return { ok: false, problem: error.problem }
    return { ok: false, problem: error.problem, folders: await foldersIfTold(settings, options) }
  }
}

async function foldersIfTold(
  settings: ImapSettings,
  options: { readonly signal: AbortSignal },
): Promise<readonly string[]> {
  try {
    return await listFolders(settings, options)
  } catch (error) {
    if (error instanceof ImapFailure) return []
    throw error
  }
}
