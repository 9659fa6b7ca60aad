import { Info, ShieldX, Users, Wrench } from 'lucide-react'
import { memo } from 'react'

import type { Finding, RuleForce } from '../../src/model/finding.ts'
import { Button } from '../control/button.tsx'
import css from './finding-row.module.css'

const FORCES = {
  never: { icon: ShieldX, word: 'Blocks sending' },
  'by-two': { icon: Users, word: 'Blocks sending until two agree' },
  advice: { icon: Info, word: 'Hint' },
} as const satisfies Record<RuleForce, unknown>

const GRADES = {
  official: 'Amazon page',
  vendor: "vendor's summary",
  unconfirmed: 'unconfirmed',
} as const satisfies Record<Finding['source']['grade'], string>

const QUOTE_LENGTH = 60

interface FindingRowProps {
  readonly finding: Finding
  readonly quote: string
  readonly onReveal: (finding: Finding) => void
  readonly onFix: (finding: Finding) => void
}

/** One finding: what, why, where it stands, who says so, and the way out. */
export const FindingRow = memo(function FindingRow({ finding, quote, onReveal, onFix }: FindingRowProps) {
  const { icon: Icon, word } = FORCES[finding.force]
  const { source } = finding
  return (
    <li className={css['row']} data-force={finding.force}>
      <Icon size={16} aria-hidden className={css['icon']} />
      <h3>
        <span className="visually-hidden">{word}: </span>
        {finding.title}
      </h3>
      <p>{finding.reason}</p>
      <div className={css['actions']}>
        {quote.trim() !== '' && (
          <button type="button" className={css['quote']} onClick={() => onReveal(finding)}>
            <span className="visually-hidden">Go to </span>“{shorten(quote)}”
          </button>
        )}
        {finding.fix && (
          <Button className={css['fix']} onClick={() => onFix(finding)}>
            <Wrench size={14} aria-hidden /> {finding.fix.label}
          </Button>
        )}
      </div>
      <p className={css['source']}>
        {source.title} · {GRADES[source.grade]} · read {source.read}
      </p>
    </li>
  )
})

function shorten(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim()
  return line.length <= QUOTE_LENGTH ? line : `${line.slice(0, QUOTE_LENGTH - 1).trimEnd()}…`
}
