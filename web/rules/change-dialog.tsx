import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useState } from 'react'

import { RULE_REASON_MAX_CHARACTERS } from '../../src/model/rule-change.ts'
import { problemSentence } from '../api/problem.ts'
import { rulesKey } from '../api/queries.ts'
import type { AccountRule } from '../api/rules.ts'
import { changeRule } from '../api/rules.ts'
import { Button } from '../control/button.tsx'
import { Dialog } from '../control/dialog.tsx'
import { formText } from '../control/form-text.ts'
import { Strip } from '../control/strip.tsx'
import { choosableForces, FORCE_WORDS } from './force-words.ts'
import css from './rules-page.module.css'

interface ChangeDialogProps {
  readonly accountId: string
  readonly rule: AccountRule | undefined
  readonly onClose: () => void
}

/** Asks how strict a rule should be in this account, and why. */
export function ChangeDialog({ accountId, rule, onClose }: ChangeDialogProps) {
  return (
    <Dialog title={rule?.title ?? ''} isOpen={rule !== undefined} onClose={onClose}>
      {rule && <ChangeForm key={rule.id} accountId={accountId} rule={rule} onDone={onClose} />}
    </Dialog>
  )
}

interface ChangeFormProps {
  readonly accountId: string
  readonly rule: AccountRule
  readonly onDone: () => void
}

function ChangeForm({ accountId, rule, onDone }: ChangeFormProps) {
  const client = useQueryClient()
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const force = choosableForces(rule).find((choice) => choice === formText(form, 'force')) ?? rule.force
    const reason = formText(form, 'reason')
    if (reason === '') return setFault('Say why in a sentence; it is kept with the change.')
    setBusy(true)
    try {
      await changeRule(accountId, rule.id, { force, reason })
      await client.invalidateQueries({ queryKey: rulesKey(accountId) })
      onDone()
    } catch (problem) {
      setFault(problemSentence(problem))
      setBusy(false)
    }
  }

  return (
    <form className={css['form']} onSubmit={(event) => void submit(event)} noValidate>
      <fieldset className={css['choices']}>
        <legend>An answer that breaks it is</legend>
        {choosableForces(rule).map((force) => (
          <label key={force}>
            <input type="radio" name="force" value={force} defaultChecked={force === rule.force} />
            {FORCE_WORDS[force]}
            {force === rule.packForce && <span className={css['id']}>as the policy pack says</span>}
          </label>
        ))}
      </fieldset>
      <Textarea
        name="reason"
        label="Why"
        description="Others of your team and an auditor will read it."
        maxLength={RULE_REASON_MAX_CHARACTERS}
        autosize
        minRows={2}
      />
      {fault !== undefined && (
        <Strip tone="bad" title="The rule was not changed" isNews>
          {fault}
        </Strip>
      )}
      <div className={css['actions']}>
        <Button look="main" type="submit" disabled={isBusy}>
          {isBusy ? 'Changing' : 'Change the rule'}
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  )
}
