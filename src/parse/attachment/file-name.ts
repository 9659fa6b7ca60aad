import { oneLine, truncate } from '../../base/text.ts'

/** Longest name that is kept, in UTF-16 units, as most file systems have it. */
export const FILE_NAME_MAX = 255

/** Marks that turn the direction of writing or are not seen at all. */
const UNSEEN = /[\p{Cf}\u115f\u1160\u3164\uffa0]/gu

/** The name of an attachment for people: its last path part, on one line, without unseen marks. May be empty. */
export function fileName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const clean = oneLine(last.toWellFormed().replace(UNSEEN, ''))
  return /^\.{1,2}$/u.test(clean) ? '' : truncate(clean, FILE_NAME_MAX)
}
