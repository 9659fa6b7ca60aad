import { ClipboardPaste, Eraser, Undo2, Wrench } from 'lucide-react'
import { useDeferredValue, useMemo, useRef } from 'react'

import type { Finding } from '../../src/model/finding.ts'
import { applyFixes } from '../../src/policy/check/apply-fixes.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { createCell } from '../cell/cell.ts'
import { useCell } from '../cell/use-cell.ts'
import { deskClock } from '../clock/desk-clock.ts'
import { Blank } from '../control/blank.tsx'
import { Button } from '../control/button.tsx'
import { Page } from '../control/page.tsx'
import css from './check-page.module.css'
import { lookAt } from './look.ts'
import { StoredSide } from './stored-side.tsx'
import type { Trial } from './trial.ts'
import { EMPTY_TRIAL, fixed, takenBack, typed } from './trial.ts'
import { VerdictSide } from './verdict-side.tsx'

/** Lives as long as the tab, so that a look at the inbox does not cost the text. */
const trial = createCell<Trial>(EMPTY_TRIAL)

/** Here one tries a text: what the rules say of it, how to mend it, and what the desk would keep of it. */
export function CheckPage() {
  const { text, past } = useCell(trial)
  const shown = useDeferredValue(text)
  const look = useMemo(() => lookAt(shown, deskClock.now()), [shown])
  const box = useRef<HTMLTextAreaElement>(null)
  const mend = (findings: readonly Finding[]) => {
    trial.set(fixed(trial.get(), applyFixes(shown, findings)))
    box.current?.focus()
  }
  const reveal = ({ span }: Finding) => {
    box.current?.focus()
    box.current?.setSelectionRange(span.start, span.end)
  }
  const canMend = text === shown && look.result.findings.some(({ fix }) => fix !== undefined)
  return (
    <Page
      title="Check a text"
      lead={`Paste an answer, a template or a message. It is checked on this device with the rules of ${currentPack().date}, and nothing of it is sent or kept.`}
    >
      <div className={css['sides']}>
        <div className={css['write']}>
          <textarea
            ref={box}
            className={css['box']}
            value={text}
            onChange={(event) => trial.set(typed(trial.get(), event.currentTarget.value))}
            aria-label="The text to check"
            placeholder="Paste or write a text in any of the eleven languages."
            rows={12}
          />
          <div className={css['actions']}>
            <Button look="main" disabled={!canMend} onClick={() => mend(look.result.findings)}>
              <Wrench size={16} aria-hidden /> Mend everything
            </Button>
            <Button disabled={past.length === 0} onClick={() => trial.set(takenBack(trial.get()))}>
              <Undo2 size={16} aria-hidden /> Undo
            </Button>
            <Button look="quiet" disabled={text === ''} onClick={() => trial.set(fixed(trial.get(), ''))}>
              <Eraser size={16} aria-hidden /> Clear
            </Button>
          </div>
        </div>
        {shown.trim() === '' ? (
          <Blank icon={<ClipboardPaste size={22} />} title="Nothing to check yet">
            What you paste is judged at once.
          </Blank>
        ) : (
          <div className={css['verdicts']}>
            <VerdictSide text={shown} look={look} onReveal={reveal} onFix={(finding) => mend([finding])} />
            <StoredSide look={look} />
          </div>
        )}
      </div>
    </Page>
  )
}
