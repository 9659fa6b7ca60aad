import { deserialize, serialize } from 'node:v8'

/** One word between the desk and a worker: a value of plain data, and bytes that are passed on as they are. */
export interface Frame {
  readonly value: unknown
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What one frame may hold. More says that the other side is no longer what we started. */
export const FRAME_LIMITS = { valueBytes: 32 * 1024 * 1024, bytes: 64 * 1024 * 1024 } as const

const HEAD_BYTES = 8

/**
 * A frame as chunks to write one after another: two lengths, the value, the bytes. The bytes are not copied, so that
 * 25 MB cost the writer nothing; the runtime's own channel copies them in one go.
 */
export function frameChunks(value: unknown, bytes: readonly Uint8Array[]): readonly Uint8Array[] {
  const written = serialize(value)
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt32LE(written.length, 0)
  head.writeUInt32LE(
    bytes.reduce((sum, each) => sum + each.length, 0),
    4,
  )
  return [head, written, ...bytes]
}

/** Puts frames together again out of the chunks that come. */
export class FrameReader {
  readonly #onFrame: (frame: Frame) => void
  #targets: readonly [head: Buffer, value: Buffer, bytes: Uint8Array<ArrayBuffer>] = emptyTargets()
  #at = 0
  #filled = 0

  constructor(onFrame: (frame: Frame) => void) {
    this.#onFrame = onFrame
  }

  /** Takes the next chunk. Throws on a frame beyond a limit, and on a value that is none. */
  push(chunk: Uint8Array): void {
    for (let read = 0; read < chunk.length;) read += this.#fill(chunk.subarray(read))
  }

  #fill(chunk: Uint8Array): number {
    const target = this.#targets[this.#at] ?? this.#targets[0]
    const size = Math.min(target.length - this.#filled, chunk.length)
    target.set(chunk.subarray(0, size), this.#filled)
    this.#filled += size
    while (this.#filled === this.#targets[this.#at]?.length) this.#endTarget()
    return size
  }

  #endTarget(): void {
    this.#filled = 0
    this.#at += 1
    const [head, value, bytes] = this.#targets
    if (this.#at === 1) {
      this.#targets = targetsOf(head)
    } else if (this.#at === 3) {
      this.#targets = emptyTargets()
      this.#at = 0
      this.#onFrame({ value: deserialize(value), bytes })
    }
  }
}

function emptyTargets(): readonly [Buffer, Buffer, Uint8Array<ArrayBuffer>] {
  return [Buffer.alloc(HEAD_BYTES), Buffer.alloc(0), new Uint8Array(0)]
}

function targetsOf(head: Buffer): readonly [Buffer, Buffer, Uint8Array<ArrayBuffer>] {
  const valueBytes = head.readUInt32LE(0)
  const size = head.readUInt32LE(4)
  if (valueBytes > FRAME_LIMITS.valueBytes || size > FRAME_LIMITS.bytes) throw new RangeError('the frame is too large')
  // Slow by name only: not cut from the shared pool, so the bytes are the whole of their buffer.
  return [head, Buffer.allocUnsafeSlow(valueBytes), Buffer.allocUnsafeSlow(size)]
}
