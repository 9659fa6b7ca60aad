import { Fault, type FaultCode } from '../base/fault.ts'
import { EXIT } from './output.ts'

const CODES: Partial<Record<FaultCode, number>> = {
  'config.invalid': EXIT.config,
  'seal.key-missing': EXIT.config,
  'pack.invalid': EXIT.config,
  'desk.already-running': EXIT.config,
  'database.unreachable': EXIT.connection,
  'database.lost': EXIT.connection,
  'database.unsafe': EXIT.config,
  'database.role': EXIT.config,
  'database.migration': EXIT.config,
  'access.refused': EXIT.notPermitted,
  'thing.too-large': EXIT.usage,
  'input.unreadable': EXIT.usage,
}

/** The exit code of a failure, and what a person reads about it: the sentence and what it is about. */
export function explainFailure(error: unknown): { readonly code: number; readonly says: string } {
  if (error instanceof Fault) {
    const about = error.detail === undefined ? '' : ` (${error.detail})`
    return { code: CODES[error.code] ?? EXIT.bug, says: `${error.sentence}${about}` }
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: EXIT.bug, says: `This is a bug in Safereply. Nothing was sent.\n${what}` }
}
