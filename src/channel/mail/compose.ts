import { Fault } from '../../base/fault.ts'
import type { ClearedReply } from '../../policy/gate/cleared-reply.ts'

/** A mail ready for SMTP. */
export interface ComposedMail {
  readonly envelope: { readonly from: string; readonly to: string }
  readonly bytes: Uint8Array
}

/** Writes the mail of a cleared reply. Fault `gate.not-cleared` for anything the gate did not make. */
export function composeReply(_reply: ClearedReply, _at: Date): Promise<ComposedMail> {
  throw new Fault('bug')
}
