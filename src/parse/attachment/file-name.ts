import { oneLine, truncate } from '../../base/text.ts'

/** Longest name that is kept, in UTF-16 units, as most file systems have it. */
export const FILE_NAME_MAX = 255

/** Marks that turn the direction of writing or are not seen at all. */
const UNSEEN = /[\p{Cf}\u115f\u1160\u3164\uffa0]/gu
/** What may be the first half of a number, at the end of a name that was cut. */
const HALF_NUMBER = /[\p{N}\p{P}\s]+…$/u

/**
 * The name of an attachment for people: its last path part, on one line, without unseen marks; a number at the end of
 * one that is too long is left out, since half of it would not be known for what it is. May be empty.
 */
export function fileName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const clean = oneLine(last.toWellFormed().replace(UNSEEN, ''))
  if (/^\.{1,2}$/u.test(clean)) return ''
  return clean.length <= FILE_NAME_MAX ? clean : truncate(clean, FILE_NAME_MAX).replace(HALF_NUMBER, '…')
}
