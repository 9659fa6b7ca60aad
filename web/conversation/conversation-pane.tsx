import { useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react'

import { useAccount } from '../account/use-account.ts'
import type { Conversation, ConversationPlace } from '../api/conversations.ts'
import { Strip } from '../control/strip.tsx'
import type { Shortcut } from '../keys/registry.ts'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { Checks } from '../reply/checks.tsx'
import { CollapsedComposer } from '../reply/collapsed-composer.tsx'
import { Composer } from '../reply/composer.tsx'
import { EDITOR_SHORTCUTS } from '../reply/editor-shortcuts.ts'
import { NobodyToAnswer } from '../reply/nobody-to-answer.tsx'
import type { ReplyDesk } from '../reply/reply-desk.ts'
import { meetConversation } from '../reply/reply-desks.ts'
import { useHasNoPanel, useIsNarrow } from '../shell/use-width.ts'
import { ConversationHead } from './conversation-head.tsx'
import { DeadlineStrips } from './deadline/deadline-strips.tsx'
import { faceOf } from './face.ts'
import css from './conversation.module.css'
import { useAnswerMarks } from './no-response/use-answer-marks.ts'
import { isOnlyAmazon } from './only-amazon.ts'
import { OwedStrip } from './owed-strip.tsx'
import { ReopenedStrip } from './reopened-strip.tsx'
import { RouteStrip } from './route-strip.tsx'
import { Thread } from './thread.tsx'

const ChecksDrawer = lazy(async () => ({ default: (await import('../reply/checks-drawer.tsx')).ChecksDrawer }))

interface ConversationPaneProps {
  readonly conversation: Conversation
  readonly place: ConversationPlace
  readonly desk: ReplyDesk
}

/** One conversation: its clock, what was said, the reply and the check of it. */
export function ConversationPane({ conversation, place, desk }: ConversationPaneProps) {
  const navigate = useNavigate()
  const isNarrow = useIsNarrow()
  const hasNoPanel = useHasNoPanel()
  const [writingIn, setWritingIn] = useState<string>()
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const { accountId, conversationId } = place

  const canSettle = useAccount().permissions.includes('deadline:settle')
  const marks = useAnswerMarks(conversation, place)

  useEffect(() => meetConversation(desk, conversation), [desk, conversation])

  const back = useCallback(
    () => void navigate({ to: '/a/$accountId', params: { accountId }, search: (search) => search }),
    [navigate, accountId],
  )
  const write = useCallback(() => {
    setWritingIn(conversationId)
    desk.focus()
  }, [desk, conversationId])
  useShortcuts(
    useMemo<readonly Shortcut[]>(
      () => [
        {
          keys: 'r',
          does: 'Write the reply',
          group: 'Conversation',
          run: write,
        },
        { keys: 'u Esc', does: 'Back to the list', group: 'Conversation', run: back },
        {
          keys: ']',
          does: 'Show or hide the checks',
          group: 'Conversation',
          run: () => setDrawerOpen((open) => !open),
        },
        ...EDITOR_SHORTCUTS,
      ],
      [back, write],
    ),
  )

  const showChecks = hasNoPanel && !isNarrow ? () => setDrawerOpen(true) : undefined
  return (
    <div className={css['columns']}>
      <section className={css['pane']} aria-label="Conversation">
        <ConversationHead
          conversation={conversation}
          marks={canSettle ? marks : undefined}
          onBack={back}
          onShowChecks={showChecks}
        />
        <div className={css['strips']}>
          <ReopenedStrip conversation={conversation} />
          {marks.problem !== undefined && (
            <Strip tone="bad" title="It was not taken" isNews>
              {marks.problem}
            </Strip>
          )}
          {conversation.state === 'on-us' && (
            <OwedStrip
              buyerName={faceOf(conversation).buyer}
              isBusy={marks.isBusy}
              onDone={canSettle ? marks.finish : undefined}
            />
          )}
          <DeadlineStrips conversation={conversation} place={place} />
        </div>
        <Thread
          key={conversationId}
          conversation={conversation}
          place={place}
          desk={desk}
          onNeedOne={canSettle ? marks.needOne : undefined}
        />
        <div className={css['pinned']}>
          <RouteStrip conversation={conversation} />
        </div>
        <ReplyPlace
          desk={desk}
          place={place}
          conversation={conversation}
          isWriting={!isNarrow || writingIn === conversationId}
          isFullScreen={isNarrow}
          onWrite={write}
          onClose={() => setWritingIn(undefined)}
          onShowChecks={showChecks}
        />
      </section>
      {!hasNoPanel && (
        <aside className={css['panel']} aria-label="Checks">
          <h2>Checks</h2>
          <Checks desk={desk} />
        </aside>
      )}
      {hasNoPanel && !isNarrow && (
        <Suspense>
          <ChecksDrawer desk={desk} isOpen={isDrawerOpen} onClose={() => setDrawerOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}

interface ReplyPlaceProps extends ConversationPaneProps {
  readonly isWriting: boolean
  readonly isFullScreen: boolean
  readonly onWrite: () => void
  readonly onClose: () => void
  readonly onShowChecks: (() => void) | undefined
}

/** Where the reply is written: a box, one line that opens it, or why there is none. */
function ReplyPlace({ desk, conversation, isWriting, onWrite, ...rest }: ReplyPlaceProps) {
  if (isOnlyAmazon(conversation)) return <NobodyToAnswer sellerCentralUrl={conversation.sellerCentralUrl} />
  if (!isWriting) return <CollapsedComposer desk={desk} buyerName={faceOf(conversation).buyer} onOpen={onWrite} />
  return <Composer {...rest} desk={desk} conversation={conversation} />
}
