import type { Finding } from '../../src/model/finding.ts'

/** The words a finding is about. */
export function quoteOf(text: string, finding: Finding): string {
  return text.slice(finding.span.start, finding.span.end)
}
