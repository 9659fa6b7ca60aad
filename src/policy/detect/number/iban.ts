import type { Span } from '../../../model/finding.ts'

/** Lengths by country, after the registry of ISO 13616. */
const LENGTHS =
  'ad24ae23al28at20az28ba20be16bg22bh22br29by28ch21cr22cy28cz24de22dk18do28ee20eg29es24fi18fo18fr27gb22ge22gi23gl18gr27gt28hr21hu28ie22il23iq23is26it27jo30kw30kz20lb28li21lt20lu20lv21ly25mc27md24me22mk19mr27mt31mu30nl18no15pk24pl28ps29pt25qa29ro24rs22sa24sc31se24si19sk24sm27st25sv28tl23tn24tr26ua29va22vg24xk20'

const STARTS = /(?<![a-z0-9])([a-z])[ ]?([a-z])[ .-]?([0-9])[ ]?([0-9])/gu
const SEPARATORS = new Set(' .-_\n\t\u00a0')
const MAX_GAP = 2

let lengths: ReadonlyMap<string, number> | undefined

/** Account numbers that have their country's length and pass mod 97, written in any groups. Spans are of the folded text. */
export function findIbans(text: string): readonly Span[] {
  lengths ??= lengthTable()
  const found: Span[] = []
  for (const match of text.matchAll(STARTS)) {
    const length = lengths.get(`${match[1]}${match[2]}`)
    if (length === undefined || match.index < (found.at(-1)?.end ?? 0)) continue
    const read = readAccount(text, match.index, length)
    if (read !== undefined && passesMod97(read.account)) found.push({ start: match.index, end: read.end })
  }
  return found
}

function lengthTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  for (let at = 0; at < LENGTHS.length; at += 4)
    table.set(LENGTHS.slice(at, at + 2), Number(LENGTHS.slice(at + 2, at + 4)))
  return table
}

function readAccount(text: string, start: number, length: number): { account: string; end: number } | undefined {
  let account = ''
  let gap = 0
  for (let at = start; at < text.length && gap <= MAX_GAP; at += 1) {
    const unit = text.charAt(at)
    if (SEPARATORS.has(unit)) {
      gap += 1
      continue
    }
    if (!isAlphanumeric(unit)) return undefined
    account += unit
    gap = 0
    if (account.length === length) return isAlphanumeric(text.charAt(at + 1)) ? undefined : { account, end: at + 1 }
  }
  return undefined
}

function isAlphanumeric(unit: string): boolean {
  return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9')
}

function passesMod97(account: string): boolean {
  let rest = 0
  for (const unit of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(unit, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
