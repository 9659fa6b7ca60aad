/*
 * Letters that look like a Latin letter, by the Latin letter. Shapes after Unicode's TR39 (confusables), lower case only,
 * since the fold lowers first. Digits of other scripts are handled by their blocks: each block is ten digits in order.
 */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'ьЬᏏ',
  c: 'сϲᴄ',
  d: 'ԁđɗ',
  e: 'еєҽ',
  f: 'ғƒꬵ',
  g: 'ɡց',
  h: 'һհ',
  i: 'іıιɩ',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏłǀ',
  m: 'мм',
  n: 'ոп',
  o: 'оοօøဝ',
  p: 'рρ',
  q: 'ԛգ',
  r: 'гᴦ',
  s: 'ѕꜱ',
  t: 'тτ',
  u: 'υսᴜ',
  v: 'ѵνᴠ',
  w: 'ԝѡա',
  x: 'хχ',
  y: 'уүγ',
  z: 'ᴢʐ',
}

/** Capital letters whose small form does not look like Latin, though the capital does. */
const CAPITALS: Readonly<Record<string, string>> = {
  a: 'Ꭺ',
  b: 'ВΒᏴ',
  c: 'Ꮯ',
  d: 'Ꭰ',
  e: 'ΕᎬ',
  g: 'Ꮐ',
  h: 'НΗᎻ',
  j: 'Ꭻ',
  k: 'КᏦ',
  l: 'Ꮮ',
  m: 'ΜМᎷ',
  n: 'Ν',
  p: 'ΡᏢ',
  r: 'Ꭱ',
  s: 'Ꮪ',
  t: 'ТᎢ',
  v: 'Ꮩ',
  w: 'Ꮃ',
  y: 'Υ',
  z: 'ΖᏃ',
}

/** Small capitals, which have no capital of their own to fold through. */
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ-ʏᴢ'

/** First letter of each block of the alphabet that has no decomposition: letters in black circles and black squares. */
const LETTER_BLOCKS: readonly number[] = [0x1f150, 0x1f170]

/** First digit of each block of ten in the scripts buyers write. */
const DIGIT_BLOCKS: readonly number[] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]

/** Pictures that people put where the sign of an address belongs. */
const ENVELOPES = ['📧', '✉', '📩', '📨']

const DASHES = '‐‑‒–—―−⁃'
const QUOTES = '’‘ʼ´`'

/** What stands for a character before it is folded: looked up in the original case first, then in lower case. */
export function lookAlikes(): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const [latin, shapes] of [...Object.entries(LETTERS), ...Object.entries(CAPITALS)])
    for (const shape of shapes) table.set(shape, latin)
  for (const first of LETTER_BLOCKS)
    for (let letter = 0; letter < 26; letter += 1) table.set(String.fromCodePoint(first + letter), latinLetter(letter))
  for (const [letter, shape] of [...SMALL_CAPITALS].entries()) if (shape !== '-') table.set(shape, latinLetter(letter))
  for (const zero of DIGIT_BLOCKS)
    for (let digit = 0; digit < 10; digit += 1) table.set(String.fromCodePoint(zero + digit), String(digit))
  for (const envelope of ENVELOPES) table.set(envelope, '@')
  for (const dash of DASHES) table.set(dash, '-')
  for (const quote of QUOTES) table.set(quote, "'")
  table.set('ß', 'ss')
  return table
}

function latinLetter(place: number): string {
  return String.fromCharCode(97 + place)
}
