import type { QuarantineReason } from '../../src/model/quarantined-mail.ts'

const WORDS = {
  unparsable: 'It could not be read',
  'too-complex': 'It is built in a way no mail of Amazon is',
  'not-amazon': 'It does not come from Amazon',
  'repeated-headers': 'It names its sender or receiver twice',
  ambiguous: 'It could belong to more than one conversation',
} as const satisfies Record<QuarantineReason, string>

/** Why a mail was set aside. A reason of a newer desk is shown as it is. */
export function reasonWords(reason: string): string {
  return new Map<string, string>(Object.entries(WORDS)).get(reason) ?? reason
}
