import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import type { ComponentProps } from 'react'

import { useAccount } from '../account/use-account.ts'
import { alertsQuery } from '../api/queries.ts'
import { countWords } from './alert-words.ts'
import css from './bell.module.css'

/** The bell with the number of alerts that are open. */
export function BellButton(props: Omit<ComponentProps<'button'>, 'type' | 'className' | 'children'>) {
  const count = useAlertCount()
  const label = count === undefined ? 'Alerts' : `Alerts, ${count}`
  return (
    <button {...props} type="button" className={css['bell']} aria-label={label} title={label}>
      <Bell size={18} aria-hidden />
      {count !== undefined && (
        <span className={css['count']} aria-hidden>
          {count}
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
