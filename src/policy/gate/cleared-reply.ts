import type { RelayAddress } from '../../model/relay-address.ts'
import type { OwnText, SafeText } from '../../model/text.ts'

/** What would leave, as the flow proposes it. */
export interface ProposedReply {
  readonly mailId: string
  readonly sender: string
  readonly recipient: RelayAddress
  readonly subject: string
  readonly body: OwnText
  /** The buyer's redacted text, quoted below the answer. */
  readonly quoted: SafeText
  readonly inReplyTo: string | undefined
  readonly references: readonly string[]
}

/** A reply that passed the gate. `channel/` takes nothing else; only `passGate` makes one, and it cannot be changed. */
export type ClearedReply = Readonly<ProposedReply> & { readonly __cleared: true }

const cleared = new WeakSet<object>()

/** Whether the gate made this very object. The type alone could be forged by a cast; this cannot. */
export function isCleared(reply: object): reply is ClearedReply {
  return cleared.has(reply)
}

/** For `pass-gate.ts` alone (a check in `tools/` holds it to that): freezes and marks a reply. */
export function markCleared(reply: ProposedReply): ClearedReply {
  const frozen = Object.freeze({ ...reply, references: Object.freeze([...reply.references]) })
  cleared.add(frozen)
  return frozen as ClearedReply // proof: registered in the set above, which `isCleared` reads
}
