import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { concat } from '../../base/bytes.ts'
import { FRAME_LIMITS, type Frame, frameChunks, FrameReader } from './frame.ts'

describe('frames', () => {
  it('come out as they went in, however the bytes are cut', () => {
    const word = fc.record({
      value: fc.jsonValue(),
      bytes: fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), fc.integer({ min: 1, max: 60 }), (words, size) => {
        const sent = concat(...words.flatMap(({ value, bytes }) => frameChunks(value, bytes)))
        const frames: Frame[] = []
        const reader = new FrameReader((frame) => frames.push(frame))
        for (let at = 0; at < sent.length; at += size) reader.push(sent.subarray(at, at + size))

        assert.deepEqual(
          frames.map(({ value, bytes }) => [value, [...bytes]]),
          words.map(({ value, bytes }) => [value, [...concat(...bytes)]]),
        )
      }),
    )
  })

  it('keep dates, maps and what is undefined', () => {
    const frames: Frame[] = []
    const value = { at: new Date(5), keys: new Map([['a', ['b']]]), nothing: undefined }
    new FrameReader((frame) => frames.push(frame)).push(concat(...frameChunks(value, [])))

    assert.deepEqual(frames[0]?.value, value)
  })

  it('are refused beyond a limit, before memory is taken for them', () => {
    const head = Buffer.alloc(8)
    head.writeUInt32LE(FRAME_LIMITS.bytes + 1, 4)

    assert.throws(() => new FrameReader(() => undefined).push(head), RangeError)
  })
})
