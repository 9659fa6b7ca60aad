/** Whether a unit is an ASCII digit. NaN, what `charCodeAt` gives outside a text, is none. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

/** Whether a unit is a small Latin letter, as the fold leaves them. */
export function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

/** Whether a unit is part of a chunk of letters and digits. */
export function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || isLetter(unit)
}

/** How many digits stand at a place, counted up to `most`. */
export function digitsAt(text: string, at: number, most: number): number {
  let count = 0
  while (count < most && isDigit(text.charCodeAt(at + count))) count += 1
  return count
}

/** The value of the digits between two places. */
export function numberAt(text: string, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at += 1) value = value * 10 + text.charCodeAt(at) - 48
  return value
}
