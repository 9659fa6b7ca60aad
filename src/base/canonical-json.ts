/** What canonical JSON may hold here: no fractions, so that every language writes the same bytes. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue }

/**
 * The one text of a value by RFC 8785: keys sorted by UTF-16 code units, no spaces.
 * Throws a RangeError on a number that is not a safe integer and on a lone surrogate.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('canonical JSON holds safe integers only')
    return String(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new RangeError('canonical JSON holds well-formed text only')
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

function isList(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value)
}
