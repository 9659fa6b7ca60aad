import type { InboxViewName } from '../api/conversations.ts'
import { INBOX_VIEWS } from '../api/conversations.ts'

/** What of an address says which list is shown. */
export interface InboxSearch {
  readonly view?: InboxViewName
}

/** Reads the view of an address; an unknown one is left out, and the list shows what needs a reply. */
export function readSearch(search: Readonly<Record<string, unknown>>): InboxSearch {
  const view = INBOX_VIEWS.find((name) => name === search['view'])
  return view === undefined ? {} : { view }
}
