import { spellingsOf } from './spellings.ts'

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

/** The shortest needle has as many bytes. */
const HEAD_BYTES = 4
/** Most positions of most files are no head of anything, and a table of so many places says so sooner than a map. */
const TABLE_BITS = 20

export function searchFor(canaries: readonly Canary[]): Search {
  const byHead = new Map<number, Needle[]>()
  const mayBeHead = new Uint8Array(2 ** TABLE_BITS)
  for (const needle of canaries.flatMap(needlesOf)) {
    const head = needle.bytes.readUInt32BE(0)
    const others = byHead.get(head)
    if (others) others.push(needle)
    else byHead.set(head, [needle])
    mayBeHead[placeOf(head)] = 1
  }
  return {
    in(where, bytes) {
      const finds: Find[] = []
      let head = 0
      for (let end = 0; end < bytes.length; end += 1) {
        head = (head << 8) | (bytes[end] ?? 0)
        if (mayBeHead[placeOf(head)] === 0) continue
        const start = end + 1 - HEAD_BYTES
        for (const { place, spelling, bytes: needle } of byHead.get(head >>> 0) ?? []) {
          if (start >= 0 && bytes.subarray(start, start + needle.length).equals(needle))
            finds.push({ place, spelling, where })
        }
      }
      return finds
    },
  }
}

/** Spreads the heads, of which many are alike, over the table. */
function placeOf(head: number): number {
  return Math.imul(head, 0x9e3779b1) >>> (32 - TABLE_BITS)
}

function needlesOf({ place, value }: Canary): readonly Needle[] {
  return spellingsOf(value).map(({ how, bytes }) => ({ place, spelling: how, bytes }))
}
