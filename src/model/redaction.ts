/** Kinds of sensitive values; the same words as the labelled sets use. PERSON is a name the caller knows, never a guess. */
export const SENSITIVE_KINDS = [
  'CARD',
  'IBAN',
  'BANK',
  'SSN',
  'NATIONAL_ID',
  'CREDENTIAL',
  'HEALTH',
  'EMAIL',
  'PHONE',
  'URL',
  'HANDLE',
  'ADDRESS',
  'PERSON',
] as const

export type SensitiveKind = (typeof SENSITIVE_KINDS)[number]

/** One value taken out: its kind and where its pill stands in the safe text. Nothing of the value is kept, no hash either. */
export interface Redaction {
  readonly kind: SensitiveKind
  readonly start: number
  readonly end: number
}

/** What a pill looks like in safe text. The marks are of the private use area's opposite: plain brackets people can read. */
export function pillText(kind: SensitiveKind): string {
  return `⟦${kind}⟧`
}

/** Finds the pills of a safe text again, for showing them. */
export const PILL = /⟦([A-Z_]{2,16})⟧/gu
