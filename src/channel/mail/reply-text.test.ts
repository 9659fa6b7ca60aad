import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rawText } from '../../model/text.ts'
import { currentPack } from '../../policy/pack/current-pack.ts'
import { ownText } from '../../policy/redact/own-text.ts'
import { redact } from '../../policy/redact/redact.ts'
import { replyText } from './reply-text.ts'

describe('replyText', () => {
  it('quotes each line of the buyer below a line', () => {
    assert.equal(
      text('Thank you.', 'One\r\n\r\nTwo'),
      'Thank you.\n\n________________________________\n> One\n>\n> Two\n',
    )
  })

  it('is our words alone when there is nothing to quote', () => {
    assert.equal(text('Thank you.', ' \n'), 'Thank you.\n')
  })

  it('keeps our words as written', () => {
    assert.equal(text('  One\n\n\tTwo  ', ''), '  One\n\n\tTwo  \n')
  })
})

function text(words: string, quotedWords: string): string {
  const body = ownText(words, { pack: currentPack() })
  assert.ok(body.ok)
  return replyText({ body: body.text, quoted: redact(rawText(quotedWords), { pack: currentPack() }).text })
}
