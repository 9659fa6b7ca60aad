import { Link, useLocation } from '@tanstack/react-router'

import { useAccount } from '../account/use-account.ts'
import type { PlaceEntry } from './place-list.ts'
import { INBOX } from './place-list.ts'
import css from './places.module.css'

/** Ways to go, the one that is open marked; drawn as a column or a bar by whoever holds them. */
export function Places({ places }: { readonly places: readonly PlaceEntry[] }) {
  return places.map((entry) => <Place key={entry.to} entry={entry} />)
}

/** The way to the inbox, with how many conversations need a reply. */
export function InboxPlace() {
  const { needsReply } = useAccount()
  return <Place entry={INBOX} count={needsReply === 0 ? undefined : String(needsReply)} countedWords="need a reply" />
}

interface PlaceProps {
  readonly entry: PlaceEntry
  readonly count?: string | undefined
  /** What is counted, read out after the number. */
  readonly countedWords?: string
  readonly tone?: 'plain' | 'bad'
}

/** One way to go. */
export function Place({ entry, count, countedWords, tone = 'plain' }: PlaceProps) {
  const { to, name, title, icon: Icon, area } = entry
  const { id: accountId } = useAccount()
  const isOpen = useLocation({ select: ({ pathname }) => area.test(pathname) })
  return (
    <Link
      to={to}
      params={{ accountId }}
      className={css['place']}
      activeOptions={{ exact: true, includeSearch: false }}
      {...(isOpen && { 'aria-current': 'page' })}
      title={title}
    >
      <Icon size={18} aria-hidden />
      <span className={css['label']}>{name}</span>
      {count !== undefined && (
        <span className={css['count']} data-tone={tone}>
          {count}
          <span className="visually-hidden"> {countedWords}</span>
        </span>
      )}
    </Link>
  )
}
