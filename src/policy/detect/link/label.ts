/*
 * Labels are what dots and ats join: `lena`, `frost-7`, `example`. Positions are of the folded text. Ranges are bounded,
 * so that a hostile text without an end to its labels stays cheap.
 */

const LABEL = 1
const BLANK = 2

const CLASSES = new Uint8Array(0x10000)
for (let code = 48; code < 58; code += 1) CLASSES[code] = LABEL
for (let code = 97; code < 123; code += 1) CLASSES[code] = LABEL
for (const sign of '-_+') CLASSES[sign.charCodeAt(0)] = LABEL
// Latin letters that the fold leaves, Greek, Cyrillic; no kana or kanji, whose words no blank ends.
CLASSES.fill(LABEL, 0xdf, 0xf7).fill(LABEL, 0xf8, 0x250).fill(LABEL, 0x370, 0x530)
for (const blank of ' \t\u00a0\u3000') CLASSES[blank.charCodeAt(0)] = BLANK

const MAX_LABEL = 80
const MAX_GAP = 3
const NEWLINE = 10
const RETURN = 13

/** Whether the unit at a position may stand in a label. */
export function isLabelAt(text: string, at: number): boolean {
  return CLASSES[text.charCodeAt(at)] === LABEL
}

/** Whether the unit at a position is a blank; a line end is none. */
export function isBlankAt(text: string, at: number): boolean {
  return CLASSES[text.charCodeAt(at)] === BLANK
}

/** Whether a letter stands at a position, of any script that labels are made of. */
export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 97 && code <= 122) || (code >= 0xdf && CLASSES[code] === LABEL)
}

/** Whether a digit stands at a position. */
export function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** Behind the label that begins at a position, up to `limit`; the position itself if none begins there. */
export function labelEnd(text: string, from: number, limit: number = text.length): number {
  const stop = Math.min(limit, from + MAX_LABEL)
  let at = from
  while (at < stop && CLASSES[text.charCodeAt(at)] === LABEL) at += 1
  return at
}

/** Where the label that ends at a position begins, not before `limit`; the position itself if none ends there. */
export function labelStart(text: string, end: number, limit = 0): number {
  const stop = Math.max(limit, end - MAX_LABEL)
  let at = end
  while (at > stop && CLASSES[text.charCodeAt(at - 1)] === LABEL) at -= 1
  return at
}

/** Behind a few blanks; the position itself if there are none or more than a gap between words has. */
export function behindGap(text: string, from: number): number {
  let at = from
  while (CLASSES[text.charCodeAt(at)] === BLANK) {
    at += 1
    if (at - from > MAX_GAP) return from
  }
  return at
}

/** Before a few blanks that end at a position; the position itself if there are none or too many. */
export function beforeGap(text: string, end: number): number {
  let at = end
  while (at > 0 && CLASSES[text.charCodeAt(at - 1)] === BLANK) {
    at -= 1
    if (end - at > MAX_GAP) return end
  }
  return at
}

/** Behind one line end and the blanks around it, such as a quote's indent; the position itself if none stands there. */
export function behindLineEnd(text: string, from: number): number {
  let at = behindGap(text, from)
  if (text.charCodeAt(at) === RETURN) at += 1
  return text.charCodeAt(at) === NEWLINE ? behindGap(text, at + 1) : from
}

/** Before one line end that ends at a position; the position itself if none stands there. */
export function beforeLineEnd(text: string, end: number): number {
  let at = beforeGap(text, end)
  if (text.charCodeAt(at - 1) !== NEWLINE) return end
  at -= 1
  if (text.charCodeAt(at - 1) === RETURN) at -= 1
  return beforeGap(text, at)
}

/** Whether a label has a letter. */
export function hasLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isLetterAt(text, at)) return true
  return false
}

/** Whether a label has what a word of a sentence has not: a digit beside a letter, or an underscore. */
export function looksLikeName(text: string, start: number, end: number): boolean {
  let hasDigit = false
  let hasWord = false
  for (let at = start; at < end; at += 1) {
    if (text.charCodeAt(at) === 95) return true
    hasDigit ||= isDigitAt(text, at)
    hasWord ||= isLetterAt(text, at)
  }
  return hasDigit && hasWord
}
