import { TRADE_LABEL } from '../cues.ts'
import type { Cues } from '../cues.ts'
import { isCardNumber } from '../card/issuers.ts'
import { MIXED, PLAIN } from '../numeral/numerals.ts'
import type { Numerals } from '../numeral/numerals.ts'
import { endOfAmount, endOfDate, endOfTime } from './amounts.ts'
import { endOfTradeId } from './parcels.ts'
import { digitsAt, isAlphanumeric, isDigit } from './units.ts'

const SPACE = 32
const HYPHEN = 45
const UNDERSCORE = 95
/** The longest number that a label covers, in units, and its groups. */
const LONGEST_LABELLED = 40
const MOST_GROUPS = 4
/** Between a label and its number: `no. : `. */
const MAX_LABEL_GAP = 4
const LABEL_GAP = ' .:#=-\u00a0'
/** Copulas and number words that may stand between a label and its number. */
const LINKS: readonly string[] = [
  'no',
  'nr',
  'number',
  'code',
  'nummer',
  'numero',
  'is',
  'ist',
  'est',
  'es',
  'e',
  'to',
  'ar',
  'は',
]
const FILE_NAMES: readonly string[] = [
  'img',
  'dsc',
  'vid',
  'pxl',
  'screenshot',
  'foto',
  'scan',
  'image',
  'photo',
  'mvimg',
]
const LONGEST_FILE_NAME = 10

/**
 * Marks the units of a folded text that belong to a number of the trade: 1 for each, 0 for the rest. What they cover is
 * never read as a card, an account or a phone: a redaction cannot be undone, and an order id taken out makes a message
 * useless. Looks only at chunks with digits and behind labels. Linear.
 */
export function shieldTradeIds(text: string, numerals: Numerals, cues: Cues): Uint8Array {
  const shield = new Uint8Array(text.length)
  const { count, kinds, starts, ends } = numerals
  let behind = 0
  for (let at = 0; at < count; at += 1) {
    const start = starts[at] ?? 0
    const kind = kinds[at]
    if (start < behind || (kind !== PLAIN && kind !== MIXED)) continue
    const end = endOfTrade(text, start, { end: ends[at] ?? start, isPlain: kind === PLAIN })
    if (end === 0) continue
    shield.fill(1, start, end)
    behind = end
  }
  for (const [hit, mask] of cues.masks.entries())
    if ((mask & TRADE_LABEL) !== 0) shieldLabelled(text, cues.ends[hit] ?? 0, shield)
  uncoverCards(text, numerals, shield)
  return shield
}

function endOfTrade(
  text: string,
  start: number,
  { end, isPlain }: { readonly end: number; readonly isPlain: boolean },
): number {
  const id = endOfTradeId(text, start, end)
  if (id > 0 || !isPlain) return id
  return (
    endOfDate(text, start, end) ||
    endOfTime(text, start, end) ||
    endOfAmount(text, start, end) ||
    endOfFile(text, start, end)
  )
}

/** IMG_20260301_142233 from its first digit. */
function endOfFile(text: string, start: number, end: number): number {
  const before = text.charCodeAt(start - 1)
  if (end - start < 4 || (before !== UNDERSCORE && before !== HYPHEN)) return 0
  const name = text.slice(Math.max(0, start - 1 - LONGEST_FILE_NAME), start - 1)
  if (!FILE_NAMES.some((word) => name.endsWith(word))) return 0
  const gap = text.charCodeAt(end)
  const more = gap === UNDERSCORE || gap === HYPHEN ? digitsAt(text, end + 1, 9) : 0
  return more >= 4 ? end + 1 + more : end
}

function shieldLabelled(text: string, from: number, shield: Uint8Array): void {
  let start = behindGap(text, from)
  const link = LINKS.find(
    (word) => text.startsWith(word, start) && !isAlphanumeric(text.charCodeAt(start + word.length)),
  )
  if (link !== undefined && start > from) start = behindGap(text, start + link.length)
  if (start === from && isAlphanumeric(text.charCodeAt(start - 1))) return
  const end = endOfLabelled(text, start)
  if (end > start) shield.fill(1, start, end)
}

function behindGap(text: string, from: number): number {
  let at = from
  while (at - from < MAX_LABEL_GAP && at < text.length && LABEL_GAP.includes(text.charAt(at))) at += 1
  return at
}

/** Behind up to four groups that all hold a digit; the first may have letters before it, as in `NP-89`. */
function endOfLabelled(text: string, start: number): number {
  let end = 0
  let at = start
  for (let group = 0; group < MOST_GROUPS && at - start < LONGEST_LABELLED; group += 1) {
    let hasDigit = false
    const begin = at
    for (; isAlphanumeric(text.charCodeAt(at)) && at - start < LONGEST_LABELLED; at += 1)
      hasDigit ||= isDigit(text.charCodeAt(at))
    if (hasDigit) end = at
    else if (group > 0 || at === begin || at - begin > 4 || text.charCodeAt(at) !== HYPHEN) break
    const gap = text.charCodeAt(at)
    if (gap !== SPACE && gap !== HYPHEN) break
    at += 1
  }
  return end
}

/** A shape that covers a part of a written card only, such as an amount behind it, has misread the card's last digits. */
function uncoverCards(text: string, { count, kinds, starts, ends, digits }: Numerals, shield: Uint8Array): void {
  for (let at = 0; at + 3 < count; at += 1) {
    const start = starts[at] ?? 0
    const end = ends[at + 3] ?? start
    if (end - start !== 19 || kinds[at] !== PLAIN || digits[at]?.length !== 4) continue
    if (shield[start] === shield[end - 1]) continue
    const written = text.slice(start, end).replaceAll(/[ -]/gu, '')
    if (isCardNumber(written)) shield.fill(0, start, end)
  }
}
