/** A value that must not be found anywhere, and its place in the mails of the test. */
export interface Canary {
  readonly place: string
  readonly value: string
}

/** A canary that was found: which, how it was spelled, and in what. */
export interface Find {
  readonly place: string
  readonly spelling: string
  readonly where: string
}

interface Needle {
  readonly place: string
  readonly spelling: string
  readonly bytes: Buffer
}

/** Searches bytes for all canaries in all spellings; one pass, however many there are. */
export interface Search {
  in(where: string, bytes: Buffer): readonly Find[]
}

/** The shortest needle has more bytes than this. */
const HEAD_BYTES = 4

export function searchFor(canaries: readonly Canary[]): Search {
  const byHead = new Map<number, Needle[]>()
  // Most positions of most files are no head of anything, and a table says so sooner than a map.
  const mayBeHead = new Uint8Array(2 ** 16)
  for (const needle of canaries.flatMap(needlesOf)) {
    const head = needle.bytes.readUInt32BE(0)
    byHead.set(head, [...(byHead.get(head) ?? []), needle])
    mayBeHead[head % 2 ** 16] = 1
  }
  return {
    in(where, bytes) {
      const finds: Find[] = []
      let head = 0
      for (let end = 0; end < bytes.length; end += 1) {
        head = ((head << 8) | (bytes[end] ?? 0)) >>> 0
        if (mayBeHead[head & 0xffff] === 0) continue
        const start = end + 1 - HEAD_BYTES
        for (const { place, spelling, bytes: needle } of byHead.get(head) ?? []) {
          if (start >= 0 && bytes.subarray(start, start + needle.length).equals(needle))
            finds.push({ place, spelling, where })
        }
      }
      return finds
    },
  }
}

/** Every way in which a value might be written down. */
function needlesOf({ place, value }: Canary): readonly Needle[] {
  const bare = value.replaceAll(/[\s-]/gu, '')
  const spelled = (text: string, how: string): readonly (readonly [string, Buffer])[] => [
    [how, Buffer.from(text)],
    [`${how}, JSON`, Buffer.from(JSON.stringify(text).slice(1, -1))],
    [`${how}, hex`, Buffer.from(Buffer.from(text).toString('hex'))],
    [`${how}, HEX`, Buffer.from(Buffer.from(text).toString('hex').toUpperCase())],
    [`${how}, UTF-16`, Buffer.from(text, 'utf16le')],
    ...[0, 1, 2].map((offset) => [`${how}, Base64 at ${offset}`, Buffer.from(base64At(text, offset))] as const),
  ]
  const all = new Map([...spelled(value, 'as written'), ...spelled(bare, 'without separators')])
  return [...all].map(([spelling, bytes]) => ({ place, spelling, bytes }))
}

/** What is the same of a text's Base64 whatever stands before and after it, beginning so many bytes into a triple. */
function base64At(text: string, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)])
  const firstWhole = offset === 0 ? 0 : 4
  return padded.toString('base64').slice(firstWhole, Math.floor(padded.length / 3) * 4)
}
