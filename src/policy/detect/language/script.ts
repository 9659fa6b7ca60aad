/** How many letters of each kind a text has. */
export interface Letters {
  readonly all: number
  readonly latin: number
  readonly kana: number
  /** Latin letters that no covered language writes, such as ø, ř and ő. */
  readonly strange: number
}

const LATIN = 1
const KANA = 2
const OTHER = 3
const STRANGE = 4

/** Letters of Danish, Norwegian, Czech, Slovak, Hungarian, Romanian, Croatian and the Baltic languages. */
const STRANGE_LETTERS = 'æøðþřěůčďťňľĺŕőűățșţšžđģķļņāēīūėįų'

const KINDS = kinds()

/** Counts the letters of the first `limit` units of a text. */
export function countLetters(text: string, limit: number): Letters {
  const counts = [0, 0, 0, 0, 0]
  const end = Math.min(text.length, limit)
  for (let at = 0; at < end; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  const [, latin = 0, kana = 0, other = 0, strange = 0] = counts
  return { all: latin + kana + other + strange, latin: latin + strange, kana, strange }
}

/** Everything from Greek on counts as a letter of another script, but marks, signs and surrogates. */
function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000)
  table.fill(OTHER, 0x370, 0x2000).fill(OTHER, 0x2e80, 0x3000).fill(OTHER, 0x3400, 0xd800).fill(OTHER, 0xfb1d, 0xfe00)
  table.fill(LATIN, 0xc0, 0x250).fill(LATIN, 0x1e00, 0x1f00)
  table.fill(LATIN, 0x41, 0x5b).fill(LATIN, 0x61, 0x7b).fill(LATIN, 0xff21, 0xff3b).fill(LATIN, 0xff41, 0xff5b)
  table.fill(KANA, 0x3041, 0x3100).fill(KANA, 0xff66, 0xff9e)
  table[0xd7] = 0
  table[0xf7] = 0
  table[0x30fb] = 0
  for (const letter of STRANGE_LETTERS + STRANGE_LETTERS.toUpperCase()) table[letter.charCodeAt(0)] = STRANGE
  return table
}
