import type { Span } from '../../../model/finding.ts'
import type { AddressToken } from './address-token.ts'
import { isEnding } from './domains.ts'

const MAX_UNITS = 80

/** An address spelled with a space after each character, `j o @ e x a m p l e . c o m`, around an at sign. */
export function spelledEmail(text: string, tokens: readonly AddressToken[], at: number): Span | undefined {
  if (tokens[at + 1]?.kind !== 'gap' || tokens[at - 1]?.kind !== 'gap') return undefined
  const left = spelled(tokens, at, -1)
  const right = spelled(tokens, at, 1)
  const first = tokens[left.at(-1) ?? -1]
  if (first === undefined || right.length < 4) return undefined
  const domain = right.map((index) => text.slice(tokens[index]?.start, tokens[index]?.end))
  const dot = domain.lastIndexOf('.')
  if (dot < 1) return undefined
  for (let count = domain.length; count > dot + 2; count -= 1) {
    const last = tokens[right[count - 1] ?? -1]
    if (last !== undefined && isEnding(domain.slice(dot + 1, count).join('')))
      return { start: first.start, end: last.end }
  }
  return undefined
}

/** Indexes of single characters with a gap between each, going away from the at. */
function spelled(tokens: readonly AddressToken[], at: number, step: 1 | -1): readonly number[] {
  const indexes: number[] = []
  for (let index = at + 2 * step; indexes.length < MAX_UNITS; index += 2 * step) {
    const token = tokens[index]
    if (token === undefined || (token.kind !== 'label' && token.kind !== 'dot') || token.end - token.start !== 1) break
    indexes.push(index)
    if (tokens[index + step]?.kind !== 'gap') break
  }
  return indexes
}
