import { connectImap } from './connect.ts'
import { ImapFailure } from './failure.ts'
import { IMAP_LIMITS, type ImapSettings } from './settings.ts'

/**
 * Names of folders that can be opened, the first twenty, for a person whose folder is missing. Rejects with
 * `ImapFailure`, Fault `config.invalid`, or the signal's reason.
 */
export async function listFolders(
  settings: ImapSettings,
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const client = await connectImap(settings, { signal })
  try {
    const folders = await client.list()
    const names = folders.filter(({ flags }) => !flags.has('\\Noselect')).map(({ path }) => path)
    return names.slice(0, IMAP_LIMITS.folderNames)
  } catch (error) {
    throw signal.aborted ? signal.reason : ImapFailure.of(error)
  } finally {
    client.close()
  }
}
