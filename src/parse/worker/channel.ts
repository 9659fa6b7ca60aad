import type { Duplex } from 'node:stream'
import { type Frame, frameChunks, FrameReader } from './frame.ts'

/** The descriptor at which a worker finds its end of the channel. */
export const CHANNEL_FD = 3

/** One end of the only channel between the desk and a worker. */
export class Channel {
  readonly #stream: Duplex
  #onFrame: (frame: Frame) => void = () => undefined

  /** `onNonsense` is called when the other side says what is no frame, or one beyond the limits. */
  constructor(stream: Duplex, onNonsense: () => void) {
    this.#stream = stream
    const reader = new FrameReader((frame) => this.#onFrame(frame))
    stream.on('data', (chunk: Uint8Array) => {
      try {
        reader.push(chunk)
      } catch {
        onNonsense()
      }
    })
    // That a channel breaks is told by the end of the process behind it.
    stream.on('error', () => undefined)
  }

  /** Says a value and passes bytes on, uncopied: they must not change until the other side has answered. */
  send(value: unknown, bytes: readonly Uint8Array[]): void {
    for (const chunk of frameChunks(value, bytes)) if (chunk.length > 0) this.#stream.write(chunk)
  }

  /** Calls `onFrame` with all the other side says from now on. */
  listen(onFrame: (frame: Frame) => void): void {
    this.#onFrame = onFrame
  }

  close(): void {
    this.#stream.destroy()
  }
}
