/** What a unit of folded text is to a phrase. */
export const OTHER = 0
export const WORD = 1
export const SPACE = 2

const CLASSES = new Uint8Array(0x10000)
for (const [from, to] of ['09', 'az']) CLASSES.fill(WORD, codeOf(from), codeOf(to) + 1)
for (const separator of " \t\n\r\u00a0\u3000-_'") CLASSES[separator.charCodeAt(0)] = SPACE

function codeOf(character: string | undefined): number {
  return character?.charCodeAt(0) ?? 0
}

/** Whether a unit is part of a word, stands between words, or is neither. Other scripts are neither: no space ends their words. */
export function unitClass(unit: number): number {
  return CLASSES[unit] ?? OTHER
}

/** Latin letters and digits. */
export function isWordUnit(unit: number): boolean {
  return CLASSES[unit] === WORD
}
