import { useState } from 'react'

import type { ProofDay } from '../api/reconciliation.ts'
import { Button } from '../control/button.tsx'
import css from './proof-page.module.css'

/** As many as a person looks through; the rest on request. */
const FIRST_DAYS = 30

const COLUMNS = [
  { name: 'On the server', of: 'onServer' },
  { name: 'Stored', of: 'stored' },
  { name: 'Repeated', of: 'repeated' },
  { name: 'Notices', of: 'noticed' },
  { name: 'Set aside', of: 'quarantined' },
  { name: 'Deleted there', of: 'gone' },
  { name: 'Missing', of: 'missing' },
] as const satisfies readonly { readonly name: string; readonly of: keyof ProofDay }[]

interface DayTableProps {
  readonly address: string
  readonly days: readonly ProofDay[]
}

/** The comparison by the day on which the server took the mails, newest first. */
export function DayTable({ address, days }: DayTableProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? days : days.slice(0, FIRST_DAYS)
  const label = `By day, ${address}`
  return (
    <>
      {/* A scrolling region takes the focus, so that the keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css['scroller']} role="region" aria-label={label} tabIndex={0}>
        <table className={css['days']}>
          <thead>
            <tr>
              <th scope="col">Day (UTC)</th>
              {COLUMNS.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((day) => (
              <tr key={day.day} data-state={day.missing > 0 ? 'missing' : 'whole'}>
                <th scope="row">{day.day}</th>
                {COLUMNS.map(({ of }) => (
                  <td key={of}>{day[of].toLocaleString()}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < days.length && (
        <Button look="quiet" onClick={() => setWhole(true)}>
          Show all {days.length.toLocaleString()} days
        </Button>
      )}
    </>
  )
}
