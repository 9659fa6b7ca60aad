import { isUtf8 } from 'node:buffer'

/** So much is decoded at a time: a slice is read in a few milliseconds. */
const SLICE_BYTES = 32 * 1024
/** The header and some lines: enough to tell which marketplace a report is of. */
const HINT_BYTES = 16 * 1024

const BYTE_ORDER_MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

type ReportEncoding = (typeof BYTE_ORDER_MARKS)[number]['encoding'] | 'shift_jis' | 'windows-1252'

/** The text of a report, slice by slice, decoded as the slices are asked for. A byte that means nothing is replaced. */
export function* reportTexts(bytes: Uint8Array, encoding: ReportEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += SLICE_BYTES)
    yield decoder.decode(bytes.subarray(at, at + SLICE_BYTES), { stream: true })
  yield decoder.decode()
}

/**
 * How a report is written: by its byte order mark; without one by the zeros that UTF-16 has between letters; as UTF-8 when
 * all of it is; else as Amazon writes in Japan, or anywhere else.
 */
export function encodingOf(bytes: Uint8Array): ReportEncoding {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return marked.encoding
  const [first, second] = bytes
  if (first === 0 && second !== 0) return 'utf-16be'
  if (first !== 0 && second === 0) return 'utf-16le'
  if (isUtf8(bytes)) return 'utf-8'
  return isJapanese(bytes) ? 'shift_jis' : 'windows-1252'
}

/** What tells the marketplace is ASCII in every encoding of a report. */
function isJapanese(bytes: Uint8Array): boolean {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, HINT_BYTES))
  return /amazon\.(?:co\.)?jp\b|[\t,;"]JPY[\t,;"\r\n]|[\t,;"]JP[\t,;"\r\n]/iu.test(start)
}
