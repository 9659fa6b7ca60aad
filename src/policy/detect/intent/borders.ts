/** What a unit ends, if anything. */
export const NONE = 0
export const CLAUSE = 1
export const SENTENCE = 2

const CLASSES = new Uint8Array(0x10000)
for (const sign of ',;:()、，；：') CLASSES[sign.charCodeAt(0)] = CLAUSE
for (const sign of '!?。！？') CLASSES[sign.charCodeAt(0)] = SENTENCE
const LINE_END = 10
const BLANK = 32
const DASH = 45
const DOT = 46

/**
 * What ends at a position of folded text. A dot ends a sentence only where a blank or the end follows; several dots are a
 * pause. A dash counts between blanks. A line end counts only where a paragraph or a list begins: mails are wrapped.
 */
export function borderAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit > DOT || (unit !== DOT && unit !== DASH && unit !== LINE_END)) return CLASSES[unit] ?? NONE
  const next = text.charCodeAt(at + 1)
  const before = text.charCodeAt(at - 1)
  if (unit === LINE_END) return next === LINE_END || next === DASH ? SENTENCE : NONE
  if (unit === DASH) return before === BLANK && next === BLANK ? CLAUSE : NONE
  if (before === DOT) return CLAUSE
  return Number.isNaN(next) || next === BLANK || next === LINE_END ? SENTENCE : NONE
}
