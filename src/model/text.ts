/** Text as it came from outside. It may hold anything; only `policy/redact` may look at it and make `SafeText` of it. */
export type RawText = string & { readonly __text: 'raw' }

/** Others' words after redaction; the only form in which they are written anywhere. Made by `policy/redact` alone. */
export type SafeText = string & { readonly __text: 'safe' }

/** Our own people's words (draft, reply, note): kept as written, without card, bank, id, credential and health values. Made by `policy/redact/own-text` alone. */
export type OwnText = string & { readonly __text: 'own' }

/** Marks text from outside as what it is. Safe to call on anything: it only takes rights away. */
export function rawText(text: string): RawText {
  return text as RawText // proof: every string may be distrusted
}
