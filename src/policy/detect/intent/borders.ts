/** What a unit ends, if anything. */
export const NONE = 0
export const CLAUSE = 1
export const SENTENCE = 2

const CLASSES = new Uint8Array(0x10000)
for (const sign of ',;:()、，；：–—') CLASSES[sign.charCodeAt(0)] = CLAUSE
for (const sign of '!?\n。！？…') CLASSES[sign.charCodeAt(0)] = SENTENCE
const DOT = 46

/** What ends at a position of folded text. A dot ends a sentence only where a blank or the end follows. */
export function borderAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit !== DOT) return CLASSES[unit] ?? NONE
  const next = text.charCodeAt(at + 1)
  return Number.isNaN(next) || next === 32 || next === 10 ? SENTENCE : NONE
}
