type BlobParts = NonNullable<ConstructorParameters<typeof Blob>[0]>
type BlobOptions = NonNullable<ConstructorParameters<typeof Blob>[1]>

const encoder = new TextEncoder()

/**
 * A Blob that joins its parts at once. The parser collects every line of a part that is not encoded, and its line end, as
 * parts of a Blob, and the runtime keeps each of them for itself, 1.5 kB a line: a bounce that brings back 8 MB would not
 * fit into a worker.
 */
export class JoinedBlob extends Blob {
  constructor(parts: BlobParts = [], options: BlobOptions = {}) {
    super(joined(parts), options)
  }
}

/** The parts as one, where all are bytes or texts; else as they are. */
function joined(parts: BlobParts): BlobParts {
  const pieces: Uint8Array[] = []
  let size = 0
  for (const part of parts) {
    const piece = bytesOf(part)
    if (!piece) return parts
    pieces.push(piece)
    size += piece.length
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return [whole]
}

const LINE_END = encoder.encode('\n')

function bytesOf(part: unknown): Uint8Array | undefined {
  if (part === '\n') return LINE_END
  if (typeof part === 'string') return encoder.encode(part)
  if (part instanceof ArrayBuffer) return new Uint8Array(part)
  return part instanceof Uint8Array ? part : undefined
}
