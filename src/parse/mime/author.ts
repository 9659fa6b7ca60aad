import { addressParser } from 'postal-mime'
import { oneLine } from '../../base/text.ts'
import { rawText } from '../../model/text.ts'
import type { ParsedMail } from '../parsed-mail.ts'

/** To the end of the text where it does not end, so that no quote is looked at twice. */
const QUOTED = /"(?:[^"\\]|\\.)*(?:"|\\?$)/gu
const LAST_COMMENT = /\s*\([^()\\]*\)$/u
const NOBODY: ParsedMail['from'] = { address: '', name: rawText('') }

/**
 * Who speaks, by the value of From on one line. Nobody (an empty address) when readers could disagree on it: several
 * authors, a group, more than one pair of brackets, or an address that is not written out as the last thing there.
 */
export function authorOf(value: string): ParsedMail['from'] {
  const [author, ...others] = addressParser(value, { flatten: true })
  const address = oneLine(author?.address ?? '')
  if (!author || others.length > 0 || !isWrittenOut(address, value)) return NOBODY
  return { address, name: rawText(oneLine(author.name)) }
}

function isWrittenOut(address: string, value: string): boolean {
  const bare = value.replace(QUOTED, '').replace(LAST_COMMENT, '')
  if (bare === address) return true
  return bare.endsWith(`<${address}>`) && bare.indexOf('<') === bare.lastIndexOf('<')
}
