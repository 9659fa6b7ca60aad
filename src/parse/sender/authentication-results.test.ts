import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { serverVerdict } from './authentication-results.ts'

describe('serverVerdict', () => {
  it('reads who speaks, methods, results and properties', () => {
    const verdict = serverVerdict(
      'MX.Example.com 1; dkim=pass (2048-bit key; x) reason="good; key" header.d=Amazon.de header.i=@amazon.de; spf=Fail smtp.mailfrom=a@b.example',
    )

    assert.equal(verdict?.authservId, 'mx.example.com')
    assert.deepEqual(
      verdict.results.map(({ method, result, properties }) => [method, result, Object.fromEntries(properties)]),
      [
        ['dkim', 'pass', { reason: 'good; key', 'header.d': 'Amazon.de', 'header.i': '@amazon.de' }],
        ['spf', 'fail', { 'smtp.mailfrom': 'a@b.example' }],
      ],
    )
  })

  it('takes blanks and comments around dots, slashes and equal signs', () => {
    const [dkim] = serverVerdict('mx; dkim / 1 (a) = (b) pass header (c) . (d) d = x.example')?.results ?? []

    assert.equal(dkim?.method, 'dkim')
    assert.equal(dkim.properties.get('header.d'), 'x.example')
  })

  it('joins a quoted local part with its domain', () => {
    const [dkim] = serverVerdict('mx; dkim=pass header.i="a \\"b"@x.example')?.results ?? []

    assert.equal(dkim?.properties.get('header.i'), 'a "b@x.example')
  })

  it('takes the first of two properties of one name', () => {
    const [dkim] = serverVerdict('mx; dkim=pass header.d=a.example header.d=b.example')?.results ?? []

    assert.equal(dkim?.properties.get('header.d'), 'a.example')
  })

  it('has no results for none, and for parts of another form', () => {
    assert.deepEqual(serverVerdict('mx; none; dkim; =pass; dkim= ; a b; dkim/2=pass; d.k=pass')?.results, [])
  })

  it('is nothing when a comment or a quote does not end, or with another version', () => {
    const values = [
      'mx; dkim=pass (',
      'mx; dkim=pass ((a)',
      'mx; dkim=pass reason="',
      'mx 2; dkim=pass',
      'a b c; dkim=pass',
      '',
    ]

    assert.ok(values.every((value) => serverVerdict(value) === undefined))
  })

  it('never throws, and never finds in a comment what it does not find without it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('(', ')', '\\', '"', ';', '=', ' ', 'dkim', 'pass') }), (text) => {
        const comment = `(${text.replace(/[()\\]/gu, '')})`

        serverVerdict(text)
        assert.deepEqual(
          serverVerdict(`mx; spf=none ${comment}; dmarc=none`),
          serverVerdict('mx; spf=none; dmarc=none'),
        )
      }),
    )
  })
})
