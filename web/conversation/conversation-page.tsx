import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'

import { conversationQuery, rulesQuery } from '../api/queries.ts'
import { Failed } from '../control/failed.tsx'
import { learnRules } from '../reply/account-rules.ts'
import { replyDeskOf } from '../reply/reply-desks.ts'
import { ConversationPane } from './conversation-pane.tsx'
import css from './conversation.module.css'
import { ConversationSkeleton } from './conversation-skeleton.tsx'

/** The conversation of the address, or what stands there instead. */
export function ConversationPage() {
  const { accountId = '', conversationId = '' } = useParams({ strict: false })
  const place = { accountId, conversationId }
  const { data, error, refetch } = useQuery(conversationQuery(place))
  const rules = useQuery(rulesQuery(accountId))
  if (rules.data) learnRules(accountId, rules.data)
  // Without its rules an answer would be judged by others; without an answer of the desk the page's own serve.
  if (data && !rules.isPending)
    return <ConversationPane conversation={data} place={place} desk={replyDeskOf(place, data)} />
  return (
    <section className={css['pane']} aria-label="Conversation">
      {error ? (
        <Failed what="The conversation cannot be read" error={error} onRetry={() => void refetch()} />
      ) : (
        <ConversationSkeleton />
      )}
    </section>
  )
}
