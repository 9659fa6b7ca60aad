import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hostName, keyNameOf, signatureTags } from './signature-tags.ts'

describe('signatureTags', () => {
  it('reads where the key is and what is covered', () => {
    const tags = signatureTags(' v=1; a=rsa-sha256;\r\n d=Example.COM; s = Sel; h=From:\r\n Subject : from; l=0; b=x')

    assert.deepEqual(tags, {
      domain: 'example.com',
      selector: 'sel',
      names: ['from', 'subject', 'from'],
      isPartial: true,
    })
    assert.equal(keyNameOf(tags), 'sel._domainkey.example.com')
  })

  it('is nothing with a tag that stands twice, or without domain or selector', () => {
    const values = [
      'd=a.example; d=b.example; s=x',
      'd=a.example',
      's=x',
      'd=a b.example.; s=x',
      'd=\u0430.example; s=x',
      '',
    ]

    assert.ok(values.every((value) => signatureTags(value) === undefined))
  })
})

describe('hostName', () => {
  it('takes letters, digits, hyphens and underscores between dots', () => {
    assert.equal(hostName('A-1._domainkey.Example.com'), 'a-1._domainkey.example.com')
  })

  it('takes no letter that only becomes ASCII in lower case', () => {
    assert.equal(hostName('mar\u212aetplace.example'), undefined)
  })

  it('takes no name that is empty, too long or has an empty part', () => {
    assert.ok(
      ['', '.', 'a..b', 'a.', '.a', `${'a'.repeat(64)}.b`, 'a.'.repeat(127) + 'a'.repeat(9)].every(
        (name) => hostName(name) === undefined,
      ),
    )
  })
})
