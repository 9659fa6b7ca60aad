import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { messageParts } from './message-parts.ts'

const BEGIN = '------------- Message:  -------------'
const END = '------------- Fin du message -------------'

describe('messageParts', () => {
  it('takes the text between the markers, whatever their words', () => {
    const parts = messageParts(
      'Preamble\n\n---------- Πρώτο ----------\n\nText\n\n---------- 終わり ---------\nFooter',
      undefined,
    )

    assert.deepEqual(parts, { preamble: 'Preamble\n\n', text: 'Text', footer: '\nFooter' })
  })

  it('finds markers that came to stand on one line', () => {
    assert.equal(messageParts(`Hi ${BEGIN} The text. ${END} Regards`, undefined).text, 'The text.')
  })

  it('keeps markers and footers that the writer quotes inside his text', () => {
    const quoted = `${BEGIN}\nolder\n${END}\nhttps://sellercentral.amazon.de/messaging/no-response-needed?t=AAAA&m=BBBB`
    const parts = messageParts(`Preamble\n${BEGIN}\nnew\n${quoted}\nlast words\n${END}\nFooter`, undefined)

    assert.equal(parts.text, `new\n${quoted}\nlast words`)
    assert.equal(parts.footer, '\nFooter')
  })

  it('does not take a line of dashes alone for a marker', () => {
    const body = `${BEGIN}\nText\n${END}\nFooter\n--------------------------\nCopyright`

    assert.equal(messageParts(body, undefined).footer, '\nFooter\n--------------------------\nCopyright')
  })

  it('prefers the marked text to the text between the markers', () => {
    assert.equal(messageParts(`Preamble\n${BEGIN}\n\nText\n${END}\nFooter`, 'Text').text, 'Text')
  })

  it('gives the empty text of a photo alone', () => {
    const parts = messageParts('You have received a message.\nFooter', '')

    assert.deepEqual(parts, { preamble: '', text: '', footer: undefined })
  })

  it('finds preamble and footer around a marked text without markers', () => {
    assert.deepEqual(messageParts('Preamble\nText\nFooter', 'Text'), {
      preamble: 'Preamble\n',
      text: 'Text',
      footer: '\nFooter',
    })
  })

  it('cuts a body with a single marker at the survey link and believes no footer', () => {
    const survey = 'Useful? https://sellercentral.amazon.co.jp/gp/satisfaction/survey-form.html?ie=UTF8'
    const parts = messageParts(`${BEGIN}\nText\n${survey}\nmore`, undefined)

    assert.equal(parts.text, `${BEGIN}\nText`)
    assert.equal(parts.footer, undefined)
  })

  it('takes a body of unknown shape for text as a whole', () => {
    assert.deepEqual(messageParts('Just words\n-- \nAda', undefined), {
      preamble: '',
      text: 'Just words\n-- \nAda',
      footer: undefined,
    })
  })
})
