import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fromUtf8, utf8 } from '../../base/bytes.ts'
import { LinePieces } from './line-pieces.ts'
import { MboxSplitter } from './mbox-splitter.ts'

const FROM = 'From rosalinde@buyers.example Tue Nov 24 09:00:00 2026'

describe('an mbox', () => {
  test('gives each mail without its "From " line and without the blank line behind it', () => {
    const mails = split([FROM, 'Subject: one', '', 'Text', '', FROM, 'Subject: two', '', 'Text', ''])

    assert.deepEqual(mails, ['Subject: one\n\nText\n', 'Subject: two\n\nText\n'])
  })

  test('keeps the blank lines that belong to the mail', () => {
    assert.deepEqual(split([FROM, 'Subject: one', '', 'Text', '', '', FROM, 'Subject: two', '', '']), [
      'Subject: one\n\nText\n\n',
      'Subject: two\n\n',
    ])
  })

  test('takes off one mark of a quoted "From "', () => {
    const [mail] = split([FROM, 'Subject: one', '', '>From here on', '>>From there', '> From afar', ''])

    assert.equal(mail, 'Subject: one\n\nFrom here on\n>From there\n> From afar\n')
  })

  test('with CR LF is split like any other', () => {
    const mails = split([FROM, 'Subject: one', '', '>From here', '', FROM, 'Subject: two', '', ''], '\r\n')

    assert.deepEqual(mails, ['Subject: one\r\n\r\nFrom here\r\n', 'Subject: two\r\n\r\n'])
  })

  test('whose last mail breaks off gives what there is', () => {
    const text = `${FROM}\nSubject: one\n\nText\n\n${FROM}\nSubject: two\nX-Broken: o`

    assert.deepEqual(splitText(text), ['Subject: one\n\nText\n', 'Subject: two\nX-Broken: o'])
  })

  test('that ends with a "From " line has no mail behind it', () => {
    assert.deepEqual(split([FROM, 'Subject: one', '', 'Text', '', FROM]), ['Subject: one\n\nText\n'])
  })
})

describe('a line that begins with "From "', () => {
  test('begins no mail inside a text, even behind a blank line', () => {
    const text = ['Subject: one', '', 'Hello,', '', 'From Monday on it works again.', 'It is a teapot.', '']

    assert.deepEqual(split([FROM, ...text]), [text.join('\n')])
  })

  test('begins a mail without a date, when a header follows a blank line', () => {
    const mails = split(['From -', 'Subject: one', '', 'Text', '', 'From ', 'Subject: two', '', ''])

    assert.equal(mails.length, 2)
  })

  test('begins a mail without a blank line before, when it has a date and a header follows', () => {
    assert.equal(split([FROM, 'Subject: one', '', 'Text', FROM, 'Subject: two', '', '']).length, 2)
  })

  test('begins a mail without a header, when it has a date and a blank line before', () => {
    const mails = split([FROM, 'Subject: one', '', 'Text', '', FROM, '', 'Only a text', ''])

    assert.deepEqual(mails.slice(1), ['\nOnly a text\n'])
  })

  test('may have the date of another program', () => {
    const other = 'From 1787654321@xxx Tue Nov 24 09:00:00 +0000 2026'

    assert.equal(split([other, 'Subject: one', '', 'Text', '', other, 'Subject: two', '', '']).length, 2)
  })
})

test('a mail above the limit gives its size alone, and the next comes whole', () => {
  const mails = splitSizes([FROM, 'Subject: one', '', 'x'.repeat(500), '', FROM, 'Subject: two', '', ''], 100)

  assert.deepEqual(mails, [
    { sizeBytes: 516, isWhole: false },
    { sizeBytes: 14, isWhole: true },
  ])
})

function split(lines: readonly string[], end = '\n'): readonly string[] {
  return splitText(lines.join(end))
}

function splitText(text: string): readonly string[] {
  return mailsOf(text, 1_000_000).map(({ bytes }) => (bytes ? fromUtf8(bytes) : 'too large'))
}

function splitSizes(lines: readonly string[], maxBytes: number) {
  return mailsOf(lines.join('\n'), maxBytes).map(({ sizeBytes, bytes }) => ({
    sizeBytes,
    isWhole: bytes !== undefined,
  }))
}

function mailsOf(text: string, maxBytes: number) {
  const lines = new LinePieces()
  const splitter = new MboxSplitter(maxBytes)
  const mails = [...lines.push(utf8(text)), ...lines.end()].map((piece) => splitter.push(piece))
  return [...mails, splitter.end()].filter((mail) => mail !== undefined)
}
