import { openSession } from '../api/session.ts'
import { readToken } from './token-link.ts'

/**
 * Begins the session of a printed link. The token leaves the address bar and the history before it is used, whatever
 * comes of it; a token that is not good shows as the sign-in page.
 */
export async function followLink(): Promise<void> {
  if (!location.hash.startsWith('#token=')) return
  const token = readToken(location.hash)
  history.replaceState(null, '', location.pathname + location.search)
  if (token === undefined) return
  // The first read says 401 then, and the sign-in page is shown.
  await openSession(token).catch(() => undefined)
}
