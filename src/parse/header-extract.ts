import { decodeWords } from 'postal-mime'
import { oneLine, withoutControls } from '../base/text.ts'
import { type RawText, rawText } from '../model/text.ts'
import { unfold } from './mime/header-lines.ts'

/** How much of the headers a person is shown of a mail that could not be read. */
export const EXTRACT_BYTES = 4_096

/** An encoded word that nobody can decode, such as one that was cut. */
const UNREAD_WORD = /=\?[^?\s]{1,60}\?[bq]\?.*?(?:\?=|$)/giu
/** The first parameter in percent signs or in pieces, and all behind it. */
const PARAMETER = /;\s*[\w-]+\*\d*\*?=.*$/u

/**
 * The first headers of a mail, each whole and on one line, 4 kB at most; what is no UTF-8 is replaced. Encoded words are
 * decoded and what else is encoded is left out: a value that is cut or encoded would not be found and taken out.
 */
export function headerExtract(bytes: Uint8Array): RawText {
  const text = withoutControls(new TextDecoder().decode(bytes.subarray(0, EXTRACT_BYTES)))
  const end = text.indexOf('\n\n')
  const headers = unfold((end < 0 ? text : text.slice(0, end)).split('\n'))
  const isCut = end < 0 && bytes.length > EXTRACT_BYTES && headers.length > 1
  return rawText((isCut ? headers.slice(0, -1) : headers).map(readable).join('\n'))
}

function readable(header: string): string {
  return oneLine(decodeWords(header).replace(UNREAD_WORD, '[…]').replace(PARAMETER, '; […]'))
}
