import type { Finding } from '../../src/model/finding.ts'
import { FindingRow } from '../reply/finding-row.tsx'
import { quoteOf } from '../reply/quote-of.ts'
import { VerdictCard } from '../reply/verdict-pill.tsx'
import { verdictWords } from '../reply/verdict-words.ts'
import { CoachingList } from './coaching-list.tsx'
import type { Look } from './look.ts'
import css from './check-page.module.css'

interface VerdictSideProps {
  readonly text: string
  readonly look: Look
  readonly onReveal: (finding: Finding) => void
  readonly onFix: (finding: Finding) => void
}

/** What the rules say of the text as an answer to a buyer. */
export function VerdictSide({ text, look, onReveal, onFix }: VerdictSideProps) {
  const { verdict, findings, coaching } = look.result
  const isEmpty = text.trim() === ''
  return (
    <section className={css['side']} aria-label="As an answer">
      <h3 className={css['title']}>As an answer to a buyer</h3>
      <VerdictCard words={verdictWords({ text, verdict, findings })} />
      <ul className={css['list']}>
        {findings.map((finding, index) => (
          <FindingRow
            key={`${finding.rule}/${index}`}
            finding={finding}
            quote={quoteOf(text, finding)}
            onReveal={onReveal}
            onFix={onFix}
          />
        ))}
      </ul>
      {!isEmpty && <CoachingList missing={coaching.missing} />}
    </section>
  )
}
