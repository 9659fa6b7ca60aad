import { useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { Suspense, lazy, useId } from 'react'

import { currentPack } from '../../src/policy/pack/current-pack.ts'
import type { Conversation, ConversationPlace } from '../api/conversations.ts'
import { useCell } from '../cell/use-cell.ts'
import { IconButton } from '../control/button.tsx'
import { faceOf } from '../conversation/face.ts'
import { preferences } from '../preferences/preferences.ts'
import { Checks } from './checks.tsx'
import css from './composer.module.css'
import { DraftLine } from './draft-line.tsx'
import { DraftStrip } from './draft-strip.tsx'
import { PlainEditor } from './editor/plain-editor.tsx'
import { NoticeStrip } from './notice-strip.tsx'
import { obstacle } from './obstacle.ts'
import type { ReplyDesk } from './reply-desk.ts'
import { send } from './send.ts'
import { SendButton } from './send-button.tsx'
import { UnreadStrip } from './unread-strip.tsx'
import { useVerdictAnnouncement } from './use-verdict-announcement.ts'
import { VerdictPill } from './verdict-pill.tsx'
import { verdictWords } from './verdict-words.ts'

const CodeEditor = lazy(async () => ({ default: (await import('./editor/code-editor.tsx')).CodeEditor }))

interface ComposerProps {
  readonly desk: ReplyDesk
  readonly place: ConversationPlace
  readonly conversation: Conversation
  /** On a phone it covers the screen, with the findings below it. */
  readonly isFullScreen: boolean
  readonly onClose: () => void
  /** Shows the findings where they do not stand beside the thread. */
  readonly onShowChecks: (() => void) | undefined
}

/** The reply box: text, verdict, draft and Send. */
export function Composer({ desk, place, conversation, isFullScreen, onClose, onShowChecks }: ComposerProps) {
  const client = useQueryClient()
  const judged = useCell(desk.judged)
  const { plainEditor } = useCell(preferences)
  const readMessageId = useCell(desk.readMessageId)
  const { buyer } = faceOf(conversation)
  const verdictId = useId()
  const words = verdictWords(judged)
  const announced = useVerdictAnnouncement(words.short)
  const Editor = plainEditor ? PlainEditor : CodeEditor
  const markRead = (messageId: string) => {
    desk.readMessageId.set(messageId)
    desk.focus()
  }
  const sendNow = () => void send({ client, place, conversation, desk })
  return (
    <section className={css['composer']} data-state={words.tone} data-full={isFullScreen} aria-label="Your reply">
      <header className={css['head']}>
        <span>
          Reply to <strong>{buyer}</strong> through Amazon
        </span>
        {onShowChecks === undefined ? (
          <VerdictPill words={words} id={verdictId} />
        ) : (
          <button type="button" className={css['verdict']} onClick={onShowChecks} title="Show the checks ( ] )">
            <VerdictPill words={words} id={verdictId} />
          </button>
        )}
        {isFullScreen && (
          <IconButton label="Close the reply" onClick={onClose}>
            <X size={20} aria-hidden />
          </IconButton>
        )}
      </header>
      <div className={css['text']}>
        <Suspense fallback={<div className={css['loading']} aria-busy="true" />}>
          <Editor desk={desk} label={`Reply to ${buyer}`} describedBy={verdictId} onSend={sendNow} />
        </Suspense>
      </div>
      <div className={css['strips']}>
        <UnreadStrip conversation={conversation} readMessageId={readMessageId} onRead={markRead} />
        <DraftStrip desk={desk} place={place} />
        <NoticeStrip desk={desk} />
      </div>
      <footer className={css['foot']}>
        <Count length={judged.text.length} />
        <DraftLine desk={desk} />
        <SendButton
          desk={desk}
          obstacle={obstacle(conversation, { judged, readMessageId })}
          describedBy={verdictId}
          onSend={sendNow}
        />
      </footer>
      {isFullScreen && (
        <div className={css['findings']}>
          <Checks desk={desk} hasVerdict={words.tone === 'uncovered'} />
        </div>
      )}
      <span className="visually-hidden" role="status">
        {announced}
      </span>
    </section>
  )
}

function Count({ length }: { readonly length: number }) {
  const limit = currentPack().limits.replyMaxCharacters.value
  return (
    <span className={css['count']} data-state={length > limit ? 'over' : 'within'}>
      {length.toLocaleString()} / {limit.toLocaleString()}
      <span className="visually-hidden"> characters</span>
    </span>
  )
}
