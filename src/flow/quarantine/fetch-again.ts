import { fetchBatch } from '../../channel/mail/imap/batch.ts'
import { ImapFailure } from '../../channel/mail/imap/failure.ts'
import { openImap } from '../../channel/mail/imap/session.ts'
import { MAIL_MAX_BYTES } from '../../parse/pre-scan.ts'
import { listWatched } from '../mailbox/list-watched.ts'
import { openSource } from '../mailbox/open-source.ts'
import type { DeskParts } from '../parts.ts'
import { comingFromImap } from '../receive/coming-from-imap.ts'
import type { FetchAgain } from './release-mail.ts'

/**
 * Fetches mails again over IMAP, each in a session of its own. A mail is gone when its mailbox is fetched from elsewhere
 * now, when its UIDVALIDITY is another, or when its UID names nothing any more.
 */
export function fetchAgainByImap(parts: DeskParts, { signal }: { readonly signal: AbortSignal }): FetchAgain {
  return async ({ mailbox, uidValidity, uid }) => {
    const sources = await listWatched(parts)
    const watched = sources.find((one) => one.accountId === mailbox.accountId && one.mailboxId === mailbox.id)
    const settings = watched && (await openSource(parts, watched))
    if (!settings) return { ok: false, problem: 'gone-from-server' }
    try {
      await using session = await openImap(settings, { signal })
      const listed = session.uidValidity === uidValidity ? await session.listUids(uid, uid) : []
      const [mail] = (await fetchBatch(session, listed, MAIL_MAX_BYTES)).mails
      if (!mail) return { ok: false, problem: 'gone-from-server' }
      return { ok: true, coming: comingFromImap(mail, { uidValidity, now: parts.clock.now() }) }
    } catch (error) {
      if (error instanceof ImapFailure) return { ok: false, problem: 'server-not-reached' }
      throw error
    }
  }
}
