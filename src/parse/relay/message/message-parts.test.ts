import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { messageParts } from './message-parts.ts'

const BEGIN = '------------- Message:  -------------'
const END = '------------- Fin du message -------------'
const ORDER = '# 111-1111111-1111111:\n1 / Lamp [ASIN: B0INVENTED]'
const SURVEY = 'https://sellercentral.amazon.co.jp/gp/satisfaction/survey-form.html?ie=UTF8'
const NO_RESPONSE = 'https://sellercentral.amazon.co.jp/messaging/no-response-needed?t=AAAA&m=BBBB'

describe('messageParts', () => {
  it('takes the text between the markers, whatever their words', () => {
    const parts = messageParts(
      'Preamble\n\n---------- Πρώτο ----------\n\nText\n\n---------- 終わり ---------\nFooter',
      undefined,
    )

    assert.deepEqual(parts, {
      preamble: 'Preamble\n\n',
      text: 'Text',
      footer: '\nFooter',
      foundBy: 'markers',
    })
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

  it('gives the empty text of a photo alone, and all else to Amazon', () => {
    const parts = messageParts('You have received a message.\nFooter', '')

    assert.equal(parts.text, '')
    assert.equal(parts.footer, 'You have received a message.\nFooter')
  })

  it('keeps words between markers though the HTML part marks none', () => {
    assert.equal(messageParts(`Preamble\n${BEGIN}\nText\n${END}\nFooter`, '').text, 'Text')
  })

  it('finds preamble and footer around a marked text without markers, whatever its blanks', () => {
    assert.deepEqual(messageParts('Preamble\nTwo  lines \n of text\nFooter', 'Two lines\nof text'), {
      preamble: 'Preamble\n',
      text: 'Two lines\nof text',
      footer: '\nFooter',
      foundBy: 'mark',
    })
  })

  it('takes nothing of a marked text for preamble or footer, though it holds markers and links', () => {
    const marked = `new\n${BEGIN}\nolder\n${END}\n${NO_RESPONSE}`
    const parts = messageParts(`Preamble\n${marked}\nFooter`, marked)

    assert.equal(parts.text, marked)
    assert.equal(parts.footer, '\nFooter')
  })

  it('finds a marked word as a line of its own, not inside a word of the footer', () => {
    assert.equal(messageParts('Preamble\nok\nLook here', 'ok').footer, '\nLook here')
  })

  it('finds markers drawn of other signs', () => {
    for (const rule of ['=====', '______', '****', '————————', '─────', '~~~~~~']) {
      const body = `Preamble\n\n${rule} Μήνυμα ${rule}\n\nText\n\n${rule} Τέλος ${rule}\n\nFooter`
      assert.equal(messageParts(body, undefined).text, 'Text', rule)
    }
  })

  it('does not take a decorated title for a marker', () => {
    const title = `# 111-1111111-1111111:\n1 / ---------- NEW ---------- Lamp [ASIN: B0INVENTED]`

    assert.equal(messageParts(`${title}\n${BEGIN}\nText\n${END}\nFooter`, undefined).text, 'Text')
  })

  it('does not take an older mail with markers, quoted in a template without any, for the text', () => {
    const own = 'My own words. '.repeat(60)
    const parts = messageParts(`${own}\n${BEGIN}\nolder\n${END}\nFooter`, undefined)

    assert.equal(parts.foundBy, 'nothing')
    assert.ok(parts.text.startsWith('My own words.'))
  })

  it('finds bare ruled lines between the order and a footer, and believes no footer', () => {
    const body = `Hi\n\n${ORDER}\n\n----------\nText\n-----\nmore\n----------\n\n${SURVEY}\n\n----------\nCopyright`
    const parts = messageParts(body, undefined)

    assert.equal(parts.text, 'Text\n-----\nmore')
    assert.equal(parts.footer, undefined)
    assert.equal(parts.foundBy, 'rules')
  })

  it('cuts a body with a single marker at the survey link and believes no footer', () => {
    const parts = messageParts(`${BEGIN}\nText\nUseful? ${SURVEY}\nmore`, undefined)

    assert.equal(parts.text, `${BEGIN}\nText`)
    assert.equal(parts.footer, undefined)
  })

  it('cuts at the last footer, with the label above its link, and keeps the one a writer quotes', () => {
    const footer = `Useful?\n${SURVEY}\n\nSolved\n${NO_RESPONSE}\n\nSPC-EUAmazon-0000000000000000`
    const parts = messageParts(`${ORDER}\n\nText\n\n${footer}\n\nmore text\n\n${footer}\n`, undefined)

    assert.equal(parts.text, `Text\n\n${footer}\n\nmore text`)
    assert.equal(parts.preamble, ORDER)
  })

  it('cuts at what is left of a footer', () => {
    const ends = [`Solved ${NO_RESPONSE}`, 'SPC-USAmazon-0000000000000000', '[commMgrTok:AINVENTED]']

    assert.deepEqual(
      ends.map((end) => messageParts(`Text\n\n${end}`, undefined).text),
      ends.map(() => 'Text'),
    )
  })

  it('takes a body of unknown shape for text as a whole', () => {
    assert.deepEqual(messageParts('Just words\n-- \nAda', undefined), {
      preamble: '',
      text: 'Just words\n-- \nAda',
      footer: undefined,
      foundBy: 'nothing',
    })
  })

  it('keeps what a writer puts between ruled lines of his own', () => {
    const body = 'Hello\n----------\nquoted\n----------\nRegards, Ada'

    assert.equal(messageParts(body, undefined).text, body)
  })
})
