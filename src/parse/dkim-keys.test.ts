import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { utf8 } from '../base/bytes.ts'
import { dkimKeysOf, KEY_LIMITS, type ResolveTxt } from './dkim-keys.ts'

const pack = { amazonDomains: { values: ['amazon.com', 'amazon.de'], source: 'this test' } }

describe('dkimKeysOf', () => {
  it('finds the keys of Amazon’s signatures, under names in lower case', async () => {
    const keys = await dkimKeysOf(mailWith('d=Marketplace.Amazon.DE; s=One', 'd=amazon.com;\r\n s=two'), {
      pack,
      resolveTxt: async (name) => [['v=spf1'], ['v=DKIM1; ', `p=${name}`]],
    })

    assert.deepEqual(
      [...keys],
      ['one._domainkey.marketplace.amazon.de', 'two._domainkey.amazon.com'].map((name) => [
        name,
        ['v=DKIM1; ', `p=${name}`],
      ]),
    )
  })

  it('asks DNS of no other signer, and of none in the text', async () => {
    const { asked, resolveTxt } = recordingDns()
    const signers = ['d=evil.test; s=x', 'd=amazon.de.evil.test; s=x', 'd=notamazon.de; s=x', 'd=amazon.de; s=a/b']
    const mail = `${Buffer.from(mailWith(...signers)).toString()}\r\nDKIM-Signature: d=amazon.de; s=text\r\n`

    await dkimKeysOf(utf8(mail), { pack, resolveTxt })

    assert.deepEqual(asked, [])
  })

  it('asks for four names at most, each once', async () => {
    const { asked, resolveTxt } = recordingDns()
    const signers = Array.from({ length: 20 }, (_, at) => `d=amazon.de; s=s${Math.floor(at / 2)}`)

    await dkimKeysOf(mailWith(...signers), { pack, resolveTxt })

    assert.equal(asked.length, KEY_LIMITS.names)
  })

  it('has no key where DNS has none or fails', async () => {
    const mail = mailWith('d=amazon.de; s=none', 'd=amazon.de; s=broken')
    const resolveTxt: ResolveTxt = async (name) => (name.startsWith('none') ? [] : Promise.reject(new Error('broken')))

    assert.equal((await dkimKeysOf(mail, { pack, resolveTxt })).size, 0)
  })

  it('waits five seconds for all answers and keeps those that came', async (t) => {
    mock.timers.enable({ apis: ['setTimeout'] })
    t.after(() => mock.timers.reset())
    const mail = mailWith('d=amazon.de; s=quick', 'd=amazon.de; s=never')
    const keys = dkimKeysOf(mail, {
      pack,
      resolveTxt: (name) => (name.startsWith('quick') ? Promise.resolve([['p=x']]) : new Promise(() => undefined)),
    })
    mock.timers.tick(KEY_LIMITS.timeoutMs)

    assert.deepEqual([...(await keys).keys()], ['quick._domainkey.amazon.de'])
  })

  it('looks at no more than the header may hold', async () => {
    const { asked, resolveTxt } = recordingDns()
    const far = `X: ${'x'.repeat(KEY_LIMITS.headerBytes)}\r\nDKIM-Signature: d=amazon.de; s=far\r\n\r\n`

    await dkimKeysOf(utf8(far), { pack, resolveTxt })

    assert.deepEqual(asked, [])
  })
})

function mailWith(...signatures: readonly string[]): Uint8Array {
  return utf8(`${signatures.map((value) => `DKIM-Signature: ${value}\r\n`).join('')}From: a@amazon.de\r\n\r\nText`)
}

function recordingDns(): { readonly asked: string[]; readonly resolveTxt: ResolveTxt } {
  const asked: string[] = []
  return {
    asked,
    async resolveTxt(name) {
      asked.push(name)
      return []
    },
  }
}
