import assert from 'node:assert/strict'
import { it } from 'node:test'

import fc from 'fast-check'

import { rawText } from '../../src/model/text.ts'
import { applyFixes } from '../../src/policy/check/apply-fixes.ts'
import { check } from '../../src/policy/check/check.ts'
import { findings } from '../../src/policy/detect/findings.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { redact } from '../../src/policy/redact/redact.ts'
import { messyText, replyText, tradeText } from './reply-texts.ts'

const pack = currentPack()

/** What always holds of the rules, tried with so many texts each. */
export function describeRules(numRuns: number): void {
  it('never throws, and finds only ranges of the text on borders of characters, values apart', () => {
    holds(messyText(), (text) => {
      const { values, intents } = findings(text)
      for (const { start, end } of [...values, ...intents]) {
        assert.ok(start >= 0 && start < end && end <= text.length)
        assert.ok(!splitsPair(text, start) && !splitsPair(text, end))
      }
      for (const [index, value] of values.entries()) assert.ok(value.start >= (values[index - 1]?.end ?? 0))
    })
  })

  it('leaves nothing readable that it finds, and redacts nothing twice', () => {
    holds(messyText(), (text) => {
      const once = redact(rawText(text), { pack })
      const left = findings(once.text).values.filter(({ kind }) => kind !== 'URL')

      assert.deepEqual(left, [])
      assert.deepEqual(redact(rawText(once.text), { pack }), { text: once.text, redactions: [] })
    })
  })

  it("leaves the trade's own numbers alone", () => {
    holds(tradeText(), (text) => {
      assert.equal(redact(rawText(text), { pack }).text, text)
    })
  })

  it('has nothing against a text once every fix is applied, and leaves it whole', () => {
    holds(replyText(), (text) => {
      const mended = applyFixes(text, check(text, { pack }).findings)
      const after = check(mended, { pack })

      assert.notEqual(after.verdict, 'blocked')
      assert.notEqual(mended, '')
      assert.doesNotMatch(mended, / {2}|\n{3}|^\s|\s$|⟦|\{\{|\[\w+\]/u)
      assert.ok(mended.split(/(?<=[.!?])\s+|\n+/u).every((sentence) => !isStub(sentence)))
      assert.equal(applyFixes(mended, after.findings), mended)
    })
  })

  it('gives the same again for the same text', () => {
    holds(messyText(), (text) => {
      assert.deepEqual(check(text, { pack }), check(text, { pack }))
    })
  })

  function holds(texts: fc.Arbitrary<string>, property: (text: string) => void): void {
    fc.assert(fc.property(texts, property), { numRuns })
  }
}

function splitsPair(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

/** A sentence of one or two words in a script that puts spaces between them. */
function isStub(sentence: string): boolean {
  return /^\p{Script=Latin}/u.test(sentence) && sentence.trim().split(/\s+/u).length < 3
}
