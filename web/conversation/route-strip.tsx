import type { SafeText } from '../../src/model/text.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import type { Route } from '../../src/policy/route/route.ts'
import { route } from '../../src/policy/route/route.ts'
import type { Conversation, Message } from '../api/conversations.ts'
import { deskClock } from '../clock/desk-clock.ts'
import { Strip } from '../control/strip.tsx'
import { newestBuyerMessage } from './timeline.ts'

const TITLES = {
  'redirect-to-amazon': 'Point to Amazon: it handles this order',
  'goodwill-refund': 'A refund here would be goodwill',
  'polite-refusal': 'Answer here, and nowhere else',
  'privacy-reminder': 'Ask the buyer not to send such data',
  escalate: 'Hand this to a lead',
  'plain-answer': '',
} as const satisfies Record<Route['kind'], string>

/** What the rules suggest for the message that waits, above the reply. Nothing when a plain answer will do. */
export function RouteStrip({ conversation }: { readonly conversation: Conversation }) {
  const newest = newestBuyerMessage(conversation.messages)
  if (conversation.state !== 'needs-reply' || !newest) return null
  const { kind, reason } = suggestedRoute(newest)
  if (kind === 'plain-answer') return null
  return (
    <Strip tone="info" title={TITLES[kind]}>
      {reason}
    </Strip>
  )
}

/** The page knows nothing of the order, so only the message itself can speak. */
function suggestedRoute({ text, redactions }: Message): Route {
  const safe = text as SafeText // proof: the desk stores and sends others' words in no other form
  return route({ text: safe, redactions }, undefined, { pack: currentPack(), now: deskClock.now() })
}
