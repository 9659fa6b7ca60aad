import type { Planter } from '../planter.ts'
import { base64, encodedWord, entity, extendedName } from './mime.ts'

const PLAIN = 'Content-Type: text/plain; charset=utf-8'
const IN_BASE64 = 'Content-Transfer-Encoding: base64'

/** Parts of a mail that are no text of it: their names are shown, and what they hold is sealed. */
export function attachments({ shown, dropped }: Planter): readonly string[] {
  const file = (headers: readonly string[], content: string): string => entity([...headers, IN_BASE64], base64(content))
  const named = (name: string): string => `Content-Disposition: attachment; ${name}`
  const nested = entity(
    [`From: "${dropped.oneValue('sender in a nested mail')}" <x@privat.example>`, 'Subject: alt', PLAIN],
    dropped.everyKind('nested mail'),
  )
  const meeting = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', `SUMMARY:${dropped.oneValue('calendar')}`, 'END:VEVENT', '']
  return [
    file(
      ['Content-Type: text/plain', named(`filename="${shown.oneValue('attachment name')}.txt"`)],
      dropped.everyKind('attachment'),
    ),
    file(['Content-Type: text/plain', named(extendedName(`${shown.oneValue('attachment name, RFC 2231')}.txt`))], 'x'),
    file(
      [
        'Content-Type: text/plain',
        named(`filename="${encodedWord(`${shown.oneValue('attachment name, RFC 2047')}.txt`)}"`),
      ],
      'x',
    ),
    file(
      ['Content-Type: application/pdf', `Content-ID: <${dropped.number('Content-ID')}@x>`, named('filename="a.pdf"')],
      `%PDF-1.7 ${dropped.oneValue('PDF')}`,
    ),
    entity(['Content-Type: message/rfc822', named('filename="alt.eml"')], nested),
    entity(['Content-Type: text/calendar; method=REQUEST'], meeting.join('\n')),
  ]
}
