/** One field of a mail's header: its lower-case name, and its value as it came, folds included. */
export interface HeaderField {
  readonly name: string
  readonly value: string
}

const FIELD = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/u

/**
 * The fields of a header whose lines end in CRLF, or nothing when readers could disagree on what they are: a stray CR,
 * a NUL, or a line that is neither a field nor the continuation of one. Bytes are characters, one to one.
 */
export function headerFields(header: string): readonly HeaderField[] | undefined {
  if (header.includes('\0') || /\r(?!\n)|(?<!\r)\n/u.test(header)) return undefined
  const fields: { name: string; lines: string[] }[] = []
  for (const line of header.split('\r\n')) {
    const name = FIELD.exec(line)
    const above = fields.at(-1)
    if (name?.[1] !== undefined) fields.push({ name: name[1].toLowerCase(), lines: [line.slice(name[0].length)] })
    else if (above && (line.startsWith(' ') || line.startsWith('\t'))) above.lines.push(line)
    else return undefined
  }
  return fields.map(({ name, lines }) => ({ name, value: lines.join('\r\n') }))
}
