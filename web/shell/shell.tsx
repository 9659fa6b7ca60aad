import { Outlet, useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'

import { useAccount } from '../account/use-account.ts'
import { deskClock } from '../clock/desk-clock.ts'
import toastCss from '../control/toast.module.css'
import { takeMarkBack } from '../conversation/no-response/last-marked.ts'
import { MarkToast } from '../conversation/no-response/mark-toast.tsx'
import { useKeyboard, useShortcuts } from '../keys/use-shortcuts.ts'
import type { Shortcut } from '../keys/registry.ts'
import { LiveBanner } from '../live/live-banner.tsx'
import { hasUnsavedText } from '../reply/open-desks.ts'
import { takeBack } from '../reply/take-back.ts'
import { UndoToast } from '../reply/undo-toast.tsx'
import { lastAction } from './last-action.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Dialogs } from './dialogs.tsx'
import { openDialog } from './open-dialog.ts'
import css from './shell.module.css'
import { Sidebar } from './sidebar.tsx'

/** The frame of every page of an account: where to go, what is new, and what the keys do. */
export function Shell() {
  const { name, needsReply } = useAccount()
  useKeyboard()
  useShortcuts(useShellShortcuts())
  useEffect(() => {
    document.title = `${needsReply > 0 ? `(${needsReply}) ` : ''}${name} · Safereply`
  }, [name, needsReply])
  useEffect(() => {
    window.addEventListener('beforeunload', keepUnsavedText)
    return () => window.removeEventListener('beforeunload', keepUnsavedText)
  }, [])
  return (
    <div className={css['shell']}>
      <div className={css['banner']}>
        <LiveBanner />
      </div>
      <Sidebar />
      <main className={css['page']}>
        <h1 className="visually-hidden">{name}</h1>
        <Outlet />
      </main>
      <BottomBar />
      <div className={toastCss['toasts']}>
        <UndoToast />
        <MarkToast />
      </div>
      <Dialogs />
    </div>
  )
}

function useShellShortcuts(): readonly Shortcut[] {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMemo(
    () => [
      {
        keys: 'z',
        does: 'Take back the last reply, or the last “No response needed”',
        group: 'Everywhere',
        run: () => {
          const last = lastAction(deskClock.now())
          if (last === undefined) return
          const { accountId, conversationId } = last.place
          void navigate({ to: '/a/$accountId/c/$conversationId', params: { accountId, conversationId } })
          void (last.kind === 'reply' ? takeBack(client, last.queued) : takeMarkBack(client, last.marked))
        },
      },
      { keys: '?', does: 'Show the keys', group: 'Everywhere', run: () => openDialog.set('help') },
    ],
    [client, navigate],
  )
}

/** Lets the browser ask before a text is lost that the desk does not hold. */
function keepUnsavedText(event: BeforeUnloadEvent): void {
  if (hasUnsavedText()) event.preventDefault()
}
