import type { SensitiveKind } from '../../src/model/redaction.ts'

/** How people call what was removed. */
export const REDACTION_WORDS = {
  CARD: 'card number',
  IBAN: 'bank account number',
  BANK: 'bank details',
  SSN: 'social security number',
  NATIONAL_ID: 'national ID number',
  CREDENTIAL: 'password or code',
  HEALTH: 'health information',
  EMAIL: 'e-mail address',
  PHONE: 'phone number',
  URL: 'link',
  HANDLE: 'account name',
  ADDRESS: 'postal address',
  PERSON: 'name',
} as const satisfies Record<SensitiveKind, string>

/** One line under a message: what was removed, each kind once; undefined when nothing was. */
export function removedLine(kinds: readonly SensitiveKind[]): string | undefined {
  if (kinds.length === 0) return undefined
  const words = [...new Set(kinds.map((kind) => REDACTION_WORDS[kind]))].join(', ')
  const [items, pronoun] = kinds.length === 1 ? ['1 item was', 'it'] : [`${kinds.length} items were`, 'them']
  return `${items} removed before saving: ${words}. Do not repeat ${pronoun}.`
}
