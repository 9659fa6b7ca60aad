/** Pieces that make detectors start over and over; each is repeated to a long text. */
const PIECES: Readonly<Record<string, string>> = {
  digits: '1234567890',
  'digits and blanks': '4 1 ',
  'at signs': 'a@',
  hosts: 'a.b-c.',
  'IBAN heads': 'DE89 3704 ',
  'spoken addresses': 'john at gmail dot ',
  passwords: 'password: ',
  brackets: '+1 (1',
  'kanji digits': '一二三',
  insults: 'f u c k ',
  negations: 'not never no ',
}

/** Names of the hostile texts. */
export const HOSTILE: readonly string[] = Object.keys(PIECES)

/** A hostile text of about that many bytes of ASCII. Throws for a name that is not in `HOSTILE`. */
export function hostileText(name: string, length: number): string {
  const piece = PIECES[name]
  if (piece === undefined) throw new RangeError(`no hostile text is called ${name}`)
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}
