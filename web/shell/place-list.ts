import type { LucideIcon } from 'lucide-react'
import { AlarmClock, Bell, ClipboardCheck, Inbox, Mailbox, MailQuestion, Scale } from 'lucide-react'

/** One way to go. */
export interface PlaceEntry {
  readonly to:
    | '/a/$accountId'
    | `/a/$accountId/${'alerts' | 'check' | 'deadlines' | 'mailboxes' | 'quarantine' | 'rules'}`
  readonly name: string
  /** In more words, where the name alone is short. */
  readonly title: string
  readonly icon: LucideIcon
  /** The pages that are part of it. */
  readonly area: RegExp
}

export const INBOX: PlaceEntry = {
  to: '/a/$accountId',
  name: 'Inbox',
  title: 'Inbox',
  icon: Inbox,
  area: /^\/a\/\d+\/?(?:c\/|$)/u,
}

export const ALERTS: PlaceEntry = {
  to: '/a/$accountId/alerts',
  name: 'Alerts',
  title: 'Alerts',
  icon: Bell,
  area: /^\/a\/\d+\/alerts\b/u,
}

/** What is seen all day, besides. */
export const USUAL_PLACES: readonly PlaceEntry[] = [
  {
    to: '/a/$accountId/deadlines',
    name: 'Deadlines',
    title: 'Deadlines and response time',
    icon: AlarmClock,
    area: /^\/a\/\d+\/(?:deadlines|response)\b/u,
  },
  {
    to: '/a/$accountId/quarantine',
    name: 'Set aside',
    title: 'Set aside',
    icon: MailQuestion,
    area: /^\/a\/\d+\/quarantine\b/u,
  },
]

/** What is seen now and then. */
export const RARE_PLACES: readonly PlaceEntry[] = [
  {
    to: '/a/$accountId/check',
    name: 'Check',
    title: 'Check a text',
    icon: ClipboardCheck,
    area: /^\/a\/\d+\/check\b/u,
  },
  { to: '/a/$accountId/rules', name: 'Rules', title: 'Rules', icon: Scale, area: /^\/a\/\d+\/rules\b/u },
  {
    to: '/a/$accountId/mailboxes',
    name: 'Mail in',
    title: 'How mail comes in',
    icon: Mailbox,
    area: /^\/a\/\d+\/(?:mailboxes|proof|order-report|connect)\b/u,
  },
]
