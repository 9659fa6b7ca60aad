import { useNavigate } from '@tanstack/react-router'
import { startTransition, useCallback, useEffect, useRef } from 'react'

import type { InboxViewName } from '../api/conversations.ts'

/** Long enough that holding `j` opens only where it stops: opening each row on the way chokes a slow machine. */
const PAUSE_MS = 140

/** Opens conversations: at once, or once the cursor has come to rest. */
export function useOpenConversation(accountId: string, view: InboxViewName) {
  const navigate = useNavigate()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const open = useCallback(
    (conversationId: string) => {
      clearTimeout(timer.current)
      const params = { accountId, conversationId }
      startTransition(() => void navigate({ to: '/a/$accountId/c/$conversationId', params, search: { view } }))
    },
    [navigate, accountId, view],
  )
  const openSoon = (conversationId: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => open(conversationId), PAUSE_MS)
  }
  return { open, openSoon }
}
