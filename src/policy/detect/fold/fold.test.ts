import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import fc from 'fast-check'

import { foldText, unfold } from './fold.ts'

describe('foldText', () => {
  it('folds case, width, accents, look-alikes and what cannot be seen', () => {
    assert.equal(foldText('Straße ＡＢ３ é Ł раураӏ a\u200bb').text, 'strasse ab3 e l paypal ab')
  })

  it('reads characters as HTML writes them, and leaves an ampersand that is one', () => {
    assert.equal(
      foldText('https&#58;&#x2F;&#x2f;a&period;b R&D; Q & A; &copy1234567;').text,
      'https://a.b r&d; q & a; &copy1234567;',
    )
    assert.equal(written('a&#64;b', 1, 2), '&#64;')
  })

  it('leads back to the original over dropped, joined and doubled units', () => {
    const text = 'x\u200b ß e\u0301 𝟏z'
    const folded = foldText(text)

    assert.equal(folded.text, 'x ss e 1z')
    assert.equal(written(text, 0, 1), 'x\u200b')
    assert.equal(written(text, 2, 4), 'ß')
    assert.equal(written(text, 2, 3), 'ß')
    assert.equal(written(text, 5, 6), 'e\u0301')
    assert.equal(written(text, 7, 8), '𝟏')
    assert.equal(written(text, 8, 9), 'z')
  })

  it('gives each folded unit a range of the original, in order and without a gap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = foldText(text)
        let before = 0
        for (let at = 0; at < folded.text.length; at += 1) {
          const { start, end } = unfold(folded, { start: at, end: at + 1 })
          assert.ok(start <= before || at === 0 || start === before, `${start} after ${before}`)
          assert.ok(end > start && end <= text.length)
          before = end
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

function written(text: string, start: number, end: number): string {
  const span = unfold(foldText(text), { start, end })
  return text.slice(span.start, span.end)
}
