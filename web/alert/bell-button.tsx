import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import type { ComponentProps } from 'react'

import { useAccount } from '../account/use-account.ts'
import { alertsQuery } from '../api/queries.ts'
import placesCss from '../shell/places.module.css'
import { countWords } from './alert-words.ts'

/** The bell with the number of alerts that are open, drawn as one of the places. */
export function BellButton(props: Omit<ComponentProps<'button'>, 'type' | 'className' | 'children'>) {
  const count = useAlertCount()
  return (
    <button {...props} type="button" className={placesCss['place']} title="Alerts">
      <Bell size={18} aria-hidden />
      <span className={placesCss['label']}>Alerts</span>
      {count !== undefined && (
        <span className={placesCss['count']} data-tone="bad">
          {count}
          <span className="visually-hidden"> open</span>
        </span>
      )}
    </button>
  )
}

/** How many alerts are open, in words; undefined for none, and while nobody knows. */
export function useAlertCount(): string | undefined {
  const { data } = useQuery(alertsQuery(useAccount().id))
  return data === undefined || data.items.length === 0 ? undefined : countWords(data)
}
