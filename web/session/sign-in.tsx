import { TextInput } from '@mantine/core'
import type { SubmitEvent } from 'react'
import { useState } from 'react'

import { isProblem, problemSentence } from '../api/problem.ts'
import { openSession } from '../api/session.ts'
import { Button } from '../control/button.tsx'
import { formText } from '../control/form-text.ts'
import { Mark } from '../shell/mark.tsx'
import css from './session.module.css'
import { readToken } from './token-link.ts'

/** How to come in: by the link that was printed, or by its token. */
export function SignIn({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const token = readToken(formText(event.currentTarget, 'token'))
    if (token === undefined) return setError('Paste the whole link, or the token behind “#token=”.')
    setBusy(true)
    try {
      await openSession(token)
      onSignedIn()
    } catch (problem) {
      setError(isProblem(problem, 'session.missing') ? 'This token is not valid any more.' : problemSentence(problem))
      setBusy(false)
    }
    return undefined
  }

  return (
    <main className={css['page']}>
      <form className={css['card']} onSubmit={(event) => void submit(event)}>
        <Mark size={44} />
        <h1>Open your desk</h1>
        <p>
          Open the link that <code>safereply start</code> printed, or paste it here. It begins a session in this browser
          only.
        </p>
        <TextInput
          name="token"
          label="Link or token"
          placeholder="http://…/#token=…"
          autoComplete="off"
          spellCheck={false}
          error={error}
        />
        <Button look="main" type="submit" disabled={isBusy}>
          {isBusy ? 'Opening' : 'Open the desk'}
        </Button>
        <p className={css['help']}>No link at hand? The desk prints a new one each time it starts.</p>
      </form>
    </main>
  )
}
