import type { Finding } from '../../src/model/finding.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { CoachingList } from '../check/coaching-list.tsx'
import { useMe } from '../session/use-me.ts'
import { useCell } from '../cell/use-cell.ts'
import css from './checks.module.css'
import { FindingRow } from './finding-row.tsx'
import type { ReplyDesk } from './reply-desk.ts'
import { quoteOf } from './quote-of.ts'
import { VerdictCard } from './verdict-pill.tsx'
import { verdictWords } from './verdict-words.ts'

interface ChecksProps {
  readonly desk: ReplyDesk
  /** Left out where the verdict stands beside it already. */
  readonly hasVerdict?: boolean
  /** Called before the editor is shown a place: what covers it has to go. */
  readonly onLeave?: () => void
}

/** What the check says of the reply: the verdict, each finding with its reason and way out, and by which rules. */
export function Checks({ desk, hasVerdict = true, onLeave }: ChecksProps) {
  const judged = useCell(desk.judged)
  const reveal = (finding: Finding) => {
    onLeave?.()
    desk.reveal(finding)
  }
  const fix = (finding: Finding) => {
    onLeave?.()
    desk.fix(finding)
  }
  return (
    <div className={css['checks']}>
      {hasVerdict && <VerdictCard words={verdictWords(judged)} />}
      {judged.findings.length > 0 && (
        <ul className={css['list']}>
          {judged.findings.map((finding, index) => (
            <FindingRow
              key={`${finding.rule}/${index}`}
              finding={finding}
              quote={quoteOf(judged.text, finding)}
              onReveal={reveal}
              onFix={fix}
            />
          ))}
        </ul>
      )}
      {judged.text.trim() !== '' && <CoachingList missing={judged.missing ?? []} />}
      <PackLine />
    </div>
  )
}

/** Which rules judged; says so when the desk has others than this page. */
function PackLine() {
  const desk = useMe().pack
  const own = currentPack()
  if (desk.id === own.id)
    return <p className={css['pack']}>Rules of {own.date}, checked again by the desk on sending.</p>
  return (
    <p className={css['pack']} data-state="old">
      This page checks with the rules of {own.date}, the desk with those of {desk.date}. Reload the page.
    </p>
  )
}
