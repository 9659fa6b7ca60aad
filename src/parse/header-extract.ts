import { withoutControls } from '../base/text.ts'
import { type RawText, rawText } from '../model/text.ts'

/** How much of the headers a person is shown of a mail that could not be read. */
export const EXTRACT_BYTES = 4_096

/** The first lines of a mail up to its first empty line, 4 kB at most; what is no UTF-8 is replaced. */
export function headerExtract(bytes: Uint8Array): RawText {
  const text = withoutControls(new TextDecoder().decode(bytes.subarray(0, EXTRACT_BYTES)))
  const end = text.indexOf('\n\n')
  return rawText(end < 0 ? text : text.slice(0, end))
}
