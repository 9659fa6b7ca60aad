import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import type { ConversationRow, InboxViewName } from '../api/conversations.ts'
import type { Shortcut } from '../keys/registry.ts'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useIsNarrow } from '../shell/use-width.ts'
import { moveCursor } from './cursor.ts'
import css from './inbox-rows.module.css'
import { Row, rowElementId } from './row.tsx'
import { useOpenConversation } from './use-open-conversation.ts'

const ROW_HEIGHT_PX = 82
const ROWS_AHEAD = 8
/** The next page is asked for when fewer rows than this are below. */
const NEAR_END_ROWS = 20

interface InboxRowsProps {
  readonly accountId: string
  readonly view: InboxViewName
  readonly openId: string | undefined
  readonly rows: readonly ConversationRow[]
  readonly hasMore: boolean
  readonly onNearEnd: () => void
}

/** The list itself: a listbox with a cursor of its own, of which only the visible rows exist. */
export function InboxRows({ accountId, view, openId, rows, hasMore, onNearEnd }: InboxRowsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState(openId)
  const { open, openSoon } = useOpenConversation(accountId, view)
  const isNarrow = useIsNarrow()
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  // Nothing of it is handed to a memoised child.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: ROWS_AHEAD,
    getItemKey: (index) => ids[index] ?? index,
  })
  const items = virtual.getVirtualItems()
  const lastIndex = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasMore && lastIndex > rows.length - NEAR_END_ROWS) onNearEnd()
  }, [hasMore, lastIndex, rows.length, onNearEnd])

  const move = (step: number) => {
    const next = moveCursor(ids, cursor, step)
    if (next === undefined) return
    setCursor(next)
    virtual.scrollToIndex(ids.indexOf(next))
    if (!isNarrow) openSoon(next)
  }
  const openCursor = () => {
    if (cursor !== undefined) open(cursor)
  }
  const openRow = useCallback(
    (id: string) => {
      setCursor(id)
      open(id)
    },
    [open],
  )
  useShortcuts(useListShortcuts({ move, openCursor }))

  return (
    <div
      ref={scroller}
      className={css['scroller']}
      role="listbox"
      tabIndex={0}
      aria-label="Conversations"
      aria-activedescendant={cursor === undefined || !ids.includes(cursor) ? undefined : rowElementId(cursor)}
      onKeyDown={(event) => moveByArrow(event, move)}
    >
      <div role="presentation" className={css['rows']} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          return (
            row && (
              <Row
                key={item.key}
                row={row}
                index={item.index}
                top={item.start}
                count={hasMore ? -1 : rows.length}
                isOpen={row.id === openId}
                isCursor={row.id === cursor}
                onOpen={openRow}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

interface ListMoves {
  readonly move: (step: number) => void
  readonly openCursor: () => void
}

/** The list's keys, the same objects as long as the list is there. */
function useListShortcuts(moves: ListMoves): readonly Shortcut[] {
  const newest = useRef(moves)
  useEffect(() => {
    newest.current = moves
  })
  return useMemo(
    () => [
      { keys: 'j', does: 'Next conversation', group: 'List', run: () => newest.current.move(1) },
      { keys: 'k', does: 'Conversation before', group: 'List', run: () => newest.current.move(-1) },
      { keys: 'o Enter', does: 'Open the conversation', group: 'List', run: () => newest.current.openCursor() },
    ],
    [],
  )
}

function moveByArrow(event: KeyboardEvent, move: (step: number) => void): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  move(step)
}
