/** A character that nobody sees and that changes how the rest is read or found. */
export interface HiddenMark {
  readonly start: number
  readonly end: number
  /** Such as `U+202E`. */
  readonly code: string
  readonly name: string
}

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00ad, 'soft hyphen'],
  [0x061c, 'Arabic letter mark'],
  [0x180e, 'vowel separator'],
  [0x200b, 'zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'end of direction'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2060, 'word joiner'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'isolate'],
  [0x2069, 'end of isolate'],
  [0xfeff, 'zero-width no-break space'],
])

const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]+/gu
/** Scripts that are spelled with joiners, and emoji that are made of several. */
const JOINS_BEFORE =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}\p{Emoji_Modifier}\p{Extended_Pictographic}\ufe0f]$/u
const BLACK_FLAG = /\u{1f3f4}$/u

/** The hidden characters of a text, in order; joiners that spell a word or an emoji, and flags, are left out. */
export function hiddenMarks(text: string): readonly HiddenMark[] {
  return [...text.matchAll(HIDDEN)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    const codePoint = match[0].codePointAt(0) ?? 0
    if (isSpelling(codePoint, before)) return []
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    const name = NAMES.get(codePoint) ?? 'hidden characters'
    return [{ start: match.index, end: match.index + match[0].length, code, name }]
  })
}

function isSpelling(codePoint: number, before: string): boolean {
  if (codePoint >= 0xe0000) return BLACK_FLAG.test(before)
  return (codePoint === 0x200c || codePoint === 0x200d) && JOINS_BEFORE.test(before)
}
