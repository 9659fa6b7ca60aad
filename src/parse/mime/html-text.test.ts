import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { HTML_LIMITS, htmlText, markedHtmlText } from './html-text.ts'
import { TooComplex } from './too-complex.ts'

const MARK = '<pre style="white-space: pre-wrap; white-space: -o-pre-wrap; color: black">'

describe('htmlText', () => {
  it('writes a line a table cell and shows where links lead', () => {
    const html = '<table><tr><td>One</td><td>Two</td></tr></table><a href="https://example.com/x">there</a>'

    assert.equal(htmlText(html), 'One\nTwo\n\nthere [https://example.com/x]')
  })

  it('keeps nothing of images, scripts and styles', () => {
    const html = '<style>p{}</style><script>alert(1)</script><img src="https://example.com/p.png" alt="x">Text'

    assert.equal(htmlText(html), 'Text')
  })

  it('shows a mark in place of what is nested too deep', () => {
    assert.match(htmlText(`${'<div>'.repeat(HTML_LIMITS.depth + 10)}deep`), /^\[…\]$/u)
  })

  it('refuses more characters than the limit', () => {
    assert.throws(() => htmlText('x'.repeat(HTML_LIMITS.characters + 1)), TooComplex)
  })
})

describe('markedHtmlText', () => {
  it('gives the text of the one marked block, lines and spaces as typed', () => {
    const html = `<p>You have received a message.</p>${MARK}It&#39;s late &amp;  I\nneed it.</pre><p>Footer</p>`

    assert.equal(markedHtmlText(html), "It's late &  I\nneed it.")
  })

  it('gives the empty text of a photo alone', () => {
    assert.equal(markedHtmlText(`<p>Preamble</p>${MARK}</pre>`), '')
  })

  it('gives nothing without a mark or with two', () => {
    assert.equal(markedHtmlText('<pre>plain</pre> -o-pre-wrap'), undefined)
    assert.equal(markedHtmlText(`${MARK}one</pre>${MARK}two</pre>`), undefined)
  })
})
