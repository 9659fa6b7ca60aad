import { useQueryClient } from '@tanstack/react-query'

import type { ConversationPlace } from '../api/conversations.ts'
import { conversationQuery } from '../api/queries.ts'
import { useCell } from '../cell/use-cell.ts'
import { Button } from '../control/button.tsx'
import { Strip } from '../control/strip.tsx'
import { NO_DRAFT } from './draft-chain.ts'
import type { ReplyDesk } from './reply-desk.ts'

interface DraftStripProps {
  readonly desk: ReplyDesk
  readonly place: ConversationPlace
}

/** A draft that could not be kept, and the way out. The text stays in the editor in every case. */
export function DraftStrip({ desk, place }: DraftStripProps) {
  const client = useQueryClient()
  const state = useCell(desk.chain.state)
  if (state.kind === 'sensitive') {
    return (
      <Strip tone="bad" title="This text is not saved" isNews>
        {ruleWords(state.findings)} It stays in this box until you take that out.
      </Strip>
    )
  }
  if (state.kind !== 'changed') return null
  async function choose(take: 'mine' | 'theirs') {
    const { draft } = await client.query({ ...conversationQuery(place), staleTime: 0 })
    const found = draft ?? NO_DRAFT
    if (take === 'mine') desk.chain.keepMine(found)
    else desk.adopt(found)
  }
  return (
    <Strip
      tone="warn"
      title="This draft was changed in another window"
      isNews
      actions={
        <>
          <Button onClick={() => void choose('mine')}>Keep this text</Button>
          <Button onClick={() => void choose('theirs')}>Take the other</Button>
        </>
      }
    >
      What you write here is not saved until you choose.
    </Strip>
  )
}

function ruleWords(findings: readonly { readonly title: string }[]): string {
  const titles = [...new Set(findings.map((finding) => `“${finding.title}”`))]
  if (titles.length === 0) return 'It holds something that must not be kept.'
  return `Nothing may be kept that breaks the rule ${titles.join(' or ')}.`
}
