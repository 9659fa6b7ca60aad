import type { FindingView } from '../../src/http/route/shapes.ts'
import type { Finding } from '../../src/model/finding.ts'

/** A finding as the desk sends it, in the words of the model: the check in the page gives the same kind. */
export function findingOf(view: FindingView): Finding {
  return { ...view, fix: view.fix ?? undefined }
}
