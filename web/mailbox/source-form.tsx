import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { SubmitEvent } from 'react'
import { useRef, useState } from 'react'

import type { Mailbox, MailboxPlace, SourceWish } from '../api/mailboxes.ts'
import { changeMailbox, setSource, trySource } from '../api/mailboxes.ts'
import { isProblem, problemSentence } from '../api/problem.ts'
import { mailboxesKey } from '../api/queries.ts'
import { deskClock } from '../clock/desk-clock.ts'
import { Button } from '../control/button.tsx'
import { Strip } from '../control/strip.tsx'
import { MailboxFields } from './mailbox-fields.tsx'
import type { SourceEntry } from './source-entry.ts'
import { entryOf, isSourceChanged, keepsPassword, mailboxWish, sourceWish } from './source-entry.ts'
import type { SourceFaults } from './source-faults.ts'
import { sourceFaults } from './source-faults.ts'
import { SourceFields } from './source-fields.tsx'
import css from './source-form.module.css'
import type { Trial } from './trial.ts'
import { freshTrial, NO_TRIAL, saveWarning, trialKey } from './trial.ts'
import { TrialStrip } from './trial-strip.tsx'

interface SourceFormProps {
  readonly place: MailboxPlace
  readonly mailbox: Mailbox
}

/** Where a mailbox is fetched from: filled in, tried and saved. */
export function SourceForm({ place, mailbox }: SourceFormProps) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const [entry, setEntry] = useState(() => entryOf(mailbox, deskClock.now()))
  const [faults, setFaults] = useState<SourceFaults>({})
  const [lastTrial, setTrial] = useState<Trial>(NO_TRIAL)
  const [warnedOf, setWarnedOf] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const { accountId } = place
  const isPasswordKept = keepsPassword(entry, mailbox)
  const key = trialKey(sourceWish(entry))
  const trial = freshTrial(lastTrial, key)
  const warning = isSourceChanged(entry, mailbox) ? saveWarning(trial) : undefined
  const isWarned = warning !== undefined && warnedOf === key

  /** Whether the desk can take it; goes to the first field that it cannot. */
  function check(checked: SourceEntry): boolean {
    const found = sourceFaults(checked, { keepsPassword: keepsPassword(checked, mailbox) })
    setFaults(found)
    const [first] = Object.keys(found)
    if (first === undefined) return true
    form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    return false
  }

  async function tryIt(tried: SourceEntry) {
    if (!check(tried)) return
    const wish = sourceWish(tried)
    const of = trialKey(wish)
    setTrial({ kind: 'trying', key: of })
    const answer = await answerOf(wish)
    // An answer that comes after another trial was begun says nothing any more.
    setTrial((current) => (current.kind === 'trying' && current.key === of ? { ...answer, key: of } : current))
  }

  async function answerOf(wish: SourceWish) {
    try {
      return { kind: 'found', outcome: await trySource(place, wish) } as const
    } catch (error) {
      return { kind: 'unanswered', sentence: sentenceOf(error) } as const
    }
  }

  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!check(entry)) return
    if (warning !== undefined && !isWarned) return setWarnedOf(key)
    setSaving(true)
    try {
      // First from when clocks run: fetching begins with the source.
      await changeMailbox(place, mailboxWish(entry))
      if (isSourceChanged(entry, mailbox)) await setSource(place, sourceWish(entry))
      await client.invalidateQueries({ queryKey: mailboxesKey(accountId) })
      await navigate({ to: '/a/$accountId/mailboxes', params: { accountId } })
    } catch (error) {
      setProblem(sentenceOf(error))
      setSaving(false)
    }
  }

  function pickFolder(folder: string) {
    const picked = { ...entry, folder }
    setEntry(picked)
    void tryIt(picked)
  }

  return (
    <form ref={form} className={css['form']} onSubmit={(event) => void save(event)} noValidate>
      <SourceFields
        address={mailbox.address}
        entry={entry}
        faults={faults}
        isPasswordKept={isPasswordKept}
        onChange={setEntry}
      />
      <TrialStrip trial={trial} onPickFolder={pickFolder} />
      <hr className={css['line']} />
      <MailboxFields entry={entry} faults={faults} onChange={setEntry} />
      {isWarned && (
        <Strip tone="warn" title="Save it all the same?" isNews>
          {warning}
        </Strip>
      )}
      {problem !== undefined && (
        <Strip tone="bad" title="It was not saved" isNews>
          {problem}
        </Strip>
      )}
      <div className={css['actions']}>
        <Button look="main" type="submit" disabled={isSaving}>
          {saveWord({ isSaving, isWarned })}
        </Button>
        <Button disabled={trial.kind === 'trying'} onClick={() => void tryIt(entry)}>
          Try it
        </Button>
        <Button look="quiet" onClick={() => void navigate({ to: '/a/$accountId/mailboxes', params: { accountId } })}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** What the desk finds in a field is for programs; people look at what they entered. */
function sentenceOf(error: unknown): string {
  if (!isProblem(error, 'request.invalid')) return problemSentence(error)
  return 'The desk does not take one of the fields as it is. Look at server, user, password and folder.'
}

function saveWord(state: { readonly isSaving: boolean; readonly isWarned: boolean }): string {
  if (state.isSaving) return 'Saving'
  return state.isWarned ? 'Save anyway' : 'Save'
}
