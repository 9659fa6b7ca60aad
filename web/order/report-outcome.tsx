import type { ImportedReport } from '../api/order-reports.ts'
import { sizeWords } from '../control/size-words.ts'
import { Strip } from '../control/strip.tsx'
import css from './order-report-page.module.css'
import { placeWords, reportWords } from './report-words.ts'
import type { ImportState } from './use-import.ts'

/** A person sees by the first ones what is wrong; the rest is of the same kind. */
const SHOWN_PLACES = 20

/** What came of the report that was handed in. */
export function ReportOutcome({ state }: { readonly state: ImportState }) {
  switch (state.kind) {
    case 'none':
      return null
    case 'reading':
      return (
        <div className={css['outcome']} role="status">
          <p>
            Reading {state.fileName}, {sizeWords(state.sizeBytes)}. A large one takes a minute.
          </p>
          <progress className={css['progress']} aria-label="Reading the report" />
        </div>
      )
    case 'failed':
      return (
        <div className={css['outcome']}>
          <Strip tone="bad" title={`${state.fileName} was not taken in`} isNews>
            {state.sentence}
          </Strip>
        </div>
      )
    case 'done':
      return <Imported fileName={state.fileName} report={state.report} />
  }
}

function Imported({ fileName, report }: { readonly fileName: string; readonly report: ImportedReport }) {
  const { title, dropped, skipped } = reportWords(report)
  return (
    <div className={css['outcome']}>
      <Strip tone={report.orders === 0 ? 'warn' : 'good'} title={title} isNews>
        {fileName} is read. {dropped}
      </Strip>
      {report.keptColumns.length > 0 && (
        <p className={css['dim']}>Columns that were read: {report.keptColumns.join(', ')}.</p>
      )}
      {skipped !== undefined && (
        <>
          <h3>{skipped}</h3>
          <ul className={css['skipped']}>
            {report.skipped.slice(0, SHOWN_PLACES).map((place) => (
              <li key={`${place.line}/${place.why}`}>{placeWords(place)}</li>
            ))}
          </ul>
          {report.skipped.length > SHOWN_PLACES && (
            <p className={css['dim']}>And {(report.skipped.length - SHOWN_PLACES).toLocaleString()} more.</p>
          )}
        </>
      )}
    </div>
  )
}
