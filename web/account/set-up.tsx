import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { SubmitEvent } from 'react'
import { useState } from 'react'

import type { NewAccount } from '../api/accounts.ts'
import { openAccount } from '../api/accounts.ts'
import { problemSentence } from '../api/problem.ts'
import { meQuery } from '../api/queries.ts'
import { Button } from '../control/button.tsx'
import { formText } from '../control/form-text.ts'
import { Strip } from '../control/strip.tsx'
import { useMe } from '../session/use-me.ts'
import { Mark } from '../shell/mark.tsx'
import type { AccountFaults } from './account-faults.ts'
import { accountFaults } from './account-faults.ts'
import css from './set-up.module.css'

/** The first thing a new desk asks: whose mail comes in, and from which address answers leave. */
export function SetUp() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const hasAccounts = useMe().accounts.length > 0
  const [faults, setFaults] = useState<AccountFaults>({})
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const account = readForm(event.currentTarget)
    const found = accountFaults(account)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    try {
      const opened = await openAccount(account)
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
      await navigate({ to: '/a/$accountId/connect', params: { accountId: opened.id } })
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }

  return (
    <main className={css['page']}>
      <form className={css['form']} onSubmit={(event) => void submit(event)} noValidate>
        <Mark size={40} />
        <h1>{hasAccounts ? 'Add an account' : 'Welcome. Connect your first account'}</h1>
        <p className={css['lead']}>
          One account is one seller account on one Amazon region. Nothing is sent to anyone while you set it up.
        </p>
        <TextInput
          name="name"
          label="Name"
          description="How your team calls it. Buyers never see it."
          placeholder="Northpine Home, Europe"
          error={faults.name}
          autoComplete="off"
        />
        <TextInput
          name="mailboxAddress"
          label="Address where Amazon's mail arrives"
          description="In Seller Central: Settings, Notification preferences, Messaging, Buyer messages."
          placeholder="buyers@shop.example"
          error={faults.mailboxAddress}
          type="email"
          autoComplete="off"
        />
        <TextInput
          name="approvedSender"
          label="Address your answers leave from"
          description="It must stand in Seller Central under Messages, Messaging permissions. Amazon drops mail from any other."
          placeholder="buyers@shop.example"
          error={faults.approvedSender}
          type="email"
          autoComplete="off"
        />
        {error !== undefined && (
          <Strip tone="bad" title="The account was not opened" isNews>
            {problemSentence(error)}
          </Strip>
        )}
        <div className={css['actions']}>
          <Button look="main" type="submit" disabled={isBusy}>
            {isBusy ? 'Opening' : 'Open the account'}
          </Button>
          {hasAccounts && <Link to="/">Cancel</Link>}
        </div>
      </form>
    </main>
  )
}

function readForm(form: HTMLFormElement): NewAccount {
  const field = (name: keyof NewAccount) => formText(form, name)
  return { name: field('name'), mailboxAddress: field('mailboxAddress'), approvedSender: field('approvedSender') }
}
