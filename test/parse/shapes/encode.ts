/** Character sets of the mails of all marketplaces; what Node can decode, and so can be turned round. */
export type Charset =
  | 'utf-8'
  | 'iso-8859-1'
  | 'iso-8859-2'
  | 'iso-8859-9'
  | 'iso-8859-15'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1253'
  | 'windows-1254'
  | 'windows-1255'
  | 'windows-1256'
  | 'koi8-r'
  | 'shift_jis'
  | 'euc-jp'
  | 'iso-2022-jp'
  | 'gb18030'
  | 'big5'

const ESCAPE_TO_JIS = [0x1b, 0x24, 0x42]
const ESCAPE_TO_ASCII = [0x1b, 0x28, 0x42]

const tables = new Map<Charset, ReadonlyMap<string, readonly number[]>>()

/** The bytes of a text in a character set. Throws when the set has no such character, so that no case is untrue. */
export function encode(text: string, charset: Charset): Buffer {
  if (charset === 'utf-8') return Buffer.from(text)
  if (charset === 'iso-2022-jp') return encodeJis(text)
  return Buffer.from(Array.from(text).flatMap((character) => bytesOf(character, charset)))
}

function bytesOf(character: string, charset: Charset): readonly number[] {
  const code = character.codePointAt(0) ?? 0
  const bytes = code < 0x80 ? [code] : tableOf(charset).get(character)
  if (!bytes) throw new Error(`${charset} has no ${character}`)
  return bytes
}

/** Its two bytes are those of EUC-JP without the high bit, between escapes. */
function encodeJis(text: string): Buffer {
  return Buffer.from(
    text.split(/([^\0-\x7f]+)/u).flatMap((run) => {
      const bytes = Array.from(run).flatMap((character) => bytesOf(character, 'euc-jp'))
      return /[^\0-\x7f]/u.test(run)
        ? [...ESCAPE_TO_JIS, ...bytes.map((byte) => byte & 0x7f), ...ESCAPE_TO_ASCII]
        : bytes
    }),
  )
}

/** The decoder turned round: every byte above ASCII, and every pair that begins with one. */
function tableOf(charset: Charset): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset)
  if (known) return known
  const decoder = new TextDecoder(charset, { fatal: true })
  const table = new Map<string, readonly number[]>()
  for (let first = 0x80; first < 0x100; first += 1) {
    learn(table, decoder, [first])
    for (let second = 0x40; second < 0x100; second += 1) learn(table, decoder, [first, second])
  }
  tables.set(charset, table)
  return table
}

function learn(
  table: Map<string, readonly number[]>,
  decoder: InstanceType<typeof TextDecoder>,
  bytes: readonly number[],
): void {
  const text = decoded(decoder, bytes)
  if (text !== undefined && Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes)
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: readonly number[]): string | undefined {
  try {
    return decoder.decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
