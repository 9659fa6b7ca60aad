import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CHARSET_CASES } from './cases/charsets.ts'
import { CHANGED_FRAMES, CRAFTED_TEXTS } from './cases/frames.ts'
import { MARKETPLACE_CASES } from './cases/marketplaces.ts'
import { expectedMeanings, meaningOf, meaningsOf } from './meanings.ts'
import { MESSAGE_TOKEN, plainFrame } from './template.ts'

describe('messages of buyers, from bytes to meaning', () => {
  it('are understood on every marketplace, in a frame of any language, plain or HTML, with X- headers or without', async () => {
    assert.equal(MARKETPLACE_CASES.length, 22)
    assert.deepEqual(await meaningsOf(MARKETPLACE_CASES), expectedMeanings(MARKETPLACE_CASES))
  })

  it('are understood in every character set and transfer encoding', async () => {
    assert.deepEqual(await meaningsOf(CHARSET_CASES), expectedMeanings(CHARSET_CASES))
  })

  it('are understood when the frame around them changes', async () => {
    assert.deepEqual(await meaningsOf(CHANGED_FRAMES), expectedMeanings(CHANGED_FRAMES))
  })

  it('are theirs whole, whatever they write into them', async () => {
    assert.deepEqual(await meaningsOf(CRAFTED_TEXTS), expectedMeanings(CRAFTED_TEXTS))
  })

  it('have the same token in every copy that came to another address', async () => {
    const copies = await Promise.all(
      ['1', '2'].map((number) =>
        meaningOf({
          from: ['Ada', 'alias000001@marketplace.amazon.de'],
          subject: 'Frage',
          text: plainFrame({ tld: 'de', language: 'de', text: 'Hallo' }).replace(
            /SPC-EUAmazon-\d+/u,
            `SPC-EUAmazon-${number.repeat(16)}`,
          ),
          headers: { 'Message-ID': `<copy-${number}@eu-west-1.example.com>`, To: `desk-${number}@shop.example` },
        }),
      ),
    )

    assert.deepEqual(copies[0], copies[1])
    assert.equal(copies[0]?.kind === 'buyer-message' && copies[0].messageToken, MESSAGE_TOKEN)
  })
})
