const AMPERSAND = 38
const SEMICOLON = 59
/** `&#x1F600;` is the longest that anybody needs. */
const LONGEST = 10
const NUMERIC = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/iu
const NAMED: Readonly<Record<string, string>> = {
  commat: '@',
  period: '.',
  sol: '/',
  colon: ':',
  num: '#',
  plus: '+',
  lowbar: '_',
  nbsp: ' ',
  amp: '&',
}

/** A character written as HTML writes it, and where the writing ends; nothing for an ampersand that is one. */
export function characterReferenceAt(
  text: string,
  at: number,
): { readonly code: number; readonly end: number } | undefined {
  if (text.charCodeAt(at) !== AMPERSAND) return undefined
  let end = at + 1
  while (end - at < LONGEST && end < text.length && text.charCodeAt(end) !== SEMICOLON) end += 1
  if (text.charCodeAt(end) !== SEMICOLON) return undefined
  const name = text.slice(at + 1, end)
  const number = NUMERIC.exec(name)
  const code = number === null ? NAMED[name.toLowerCase()]?.codePointAt(0) : codeOf(number[1], number[2])
  return code === undefined || code < 32 || code > 0x10ffff ? undefined : { code, end: end + 1 }
}

function codeOf(hex: string | undefined, decimal: string | undefined): number {
  return hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
}
