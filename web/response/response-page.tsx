import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'

import { responseFigureQuery } from '../api/queries.ts'
import type { FigureWindow, ResponseFigure } from '../api/response-figure.ts'
import { exactTime } from '../clock/format.ts'
import { Failed } from '../control/failed.tsx'
import { Page } from '../control/page.tsx'
import { ClockTabs } from '../deadline/clock-tabs.tsx'
import { RowSkeletons } from '../inbox/row-skeletons.tsx'
import { figureParts, inTimeWords } from './figure-words.ts'
import css from './response-page.module.css'

/** How fast buyers are answered, as Amazon counts it, and by which definition. */
export function ResponsePage() {
  const { accountId = '' } = useParams({ strict: false })
  const { data, error, isPending, refetch } = useQuery(responseFigureQuery(accountId))
  return (
    <Page
      title="Response time"
      lead="How your answers stand by Amazon's own measure, from the mails of this desk."
      tabs={<ClockTabs />}
    >
      {isPending && <RowSkeletons />}
      {!data && error && <Failed what="The figure cannot be reckoned" error={error} onRetry={() => void refetch()} />}
      {data && <Figure figure={data} />}
    </Page>
  )
}

function Figure({ figure }: { readonly figure: ResponseFigure }) {
  return (
    <div className={css['figure']}>
      <div className={css['windows']}>
        {figure.windows.map((window) => (
          <Window key={window.days} window={window} />
        ))}
      </div>
      <Definition figure={figure} />
    </div>
  )
}

function Window({ window }: { readonly window: FigureWindow }) {
  const inTime = inTimeWords(window)
  const parts = figureParts(window)
  const heading = `days-${window.days}`
  return (
    <section className={css['window']} aria-labelledby={heading}>
      <h3 id={heading}>Last {window.days} days</h3>
      <p className={css['share']}>
        {inTime === undefined ? (
          'Nothing to count yet'
        ) : (
          <>
            <strong>{inTime}</strong> in time
          </>
        )}
      </p>
      <svg className={css['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect className={css['track']} width="100" height="6" />
        {parts.map(({ kind, share }, index) => (
          <rect
            key={kind}
            data-kind={kind}
            x={100 * parts.slice(0, index).reduce((sum, before) => sum + before.share, 0)}
            width={share * 100}
            height="6"
          />
        ))}
      </svg>
      <dl className={css['parts']}>
        {parts.map(({ kind, name, count }) => (
          <div key={kind} data-kind={kind}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString()}</dd>
          </div>
        ))}
        <div className={css['sum']}>
          <dt>Buyer messages</dt>
          <dd>{window.messages.toLocaleString()}</dd>
        </div>
      </dl>
    </section>
  )
}

const GRADES = {
  official: 'Amazon page',
  vendor: "vendor's summary",
  unconfirmed: 'unconfirmed',
} as const satisfies Record<ResponseFigure['source']['grade'], string>

function Definition({ figure: { limitHours, source, now } }: { readonly figure: ResponseFigure }) {
  return (
    <section className={css['definition']} aria-labelledby="definition">
      <h3 id="definition">What counts</h3>
      <p>
        Each buyer message by itself. It is late when no answer reached Amazon within {limitHours} hours, whether one
        came afterwards or not. Weekends and holidays count. An answer that came back or was refused is none.
      </p>
      <h3>What does not</h3>
      <ul>
        <li>Messages that somebody said need no answer. For Amazon that holds once its own link was opened too.</li>
        <li>What Amazon itself writes: notices about returns, refunds and claims.</li>
        <li>Mail that came in as history.</li>
        <li>Messages that still have time left: they are shown, and not part of the share.</li>
      </ul>
      <p>
        An answer written in Seller Central is known here only by its copy. Where none came, the message reads as not
        answered.
      </p>
      <p className={css['source']}>
        {source.title} · {GRADES[source.grade]} · read {source.read} · reckoned {exactTime(now)}
      </p>
    </section>
  )
}
