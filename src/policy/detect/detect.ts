import { SENSITIVE_KINDS } from '../../model/redaction.ts'
import type { SensitiveKind } from '../../model/redaction.ts'
import type { Detection } from './detection.ts'
import { valuesOf } from './findings.ts'
import { scan } from './scan.ts'

/**
 * Finds sensitive values in a text of any language and script: sorted, not overlapping, on character borders. Pills are
 * never found again. Linear in the length of the text, never throws. `kinds` narrows what is looked for.
 */
export function detect(text: string, kinds: readonly SensitiveKind[] = SENSITIVE_KINDS): readonly Detection[] {
  return valuesOf(scan(text), kinds)
}
