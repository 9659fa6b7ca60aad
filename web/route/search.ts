import type { InboxViewName } from '../api/conversations.ts'
import { INBOX_VIEWS } from '../api/conversations.ts'
import type { QuarantineView } from '../api/quarantine.ts'
import { QUARANTINE_VIEWS } from '../api/quarantine.ts'

/** What of an address says which list is shown. */
export interface InboxSearch {
  readonly view?: InboxViewName
}

/** Reads the view of an address; an unknown one is left out, and the list shows what needs a reply. */
export function readSearch(search: Readonly<Record<string, unknown>>): InboxSearch {
  const view = INBOX_VIEWS.find((name) => name === search['view'])
  return view === undefined ? {} : { view }
}

/** What of an address says which mails of those set aside are shown. */
export interface QuarantineSearch {
  readonly state?: QuarantineView
}

/** Reads the list of an address; an unknown one is left out, and what waits for a decision is shown. */
export function readQuarantineSearch(search: Readonly<Record<string, unknown>>): QuarantineSearch {
  const state = QUARANTINE_VIEWS.find((name) => name === search['state'])
  return state === undefined ? {} : { state }
}
