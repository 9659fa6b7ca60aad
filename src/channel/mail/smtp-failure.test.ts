import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { SmtpFailure } from './smtp-failure.ts'

describe('SmtpFailure', () => {
  it('keeps nothing of what the server said, which may name an address', () => {
    const said = Object.assign(new Error('550 alias0001@marketplace.amazon.de unknown'), {
      code: 'EENVELOPE',
      responseCode: 550,
      response: '550 alias0001@marketplace.amazon.de unknown',
    })
    const failure = SmtpFailure.ofMail(said, false)

    assert.equal(failure.code, 550)
    assert.equal(failure.step, 'mail')
    assert.doesNotMatch(JSON.stringify([failure, failure.message, failure.stack]), /alias0001/u)
  })

  it('knows a refused certificate by the code Node gave it', () => {
    const refused = Object.assign(new Error('self-signed'), {
      code: 'ESOCKET',
      originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })

    assert.equal(SmtpFailure.beforeMail(refused).step, 'tls')
  })

  it('takes what is no error of the library for a lost connection', () => {
    assert.deepEqual(
      { ...SmtpFailure.ofMail('odd', true) },
      { name: 'SmtpFailure', step: 'connection', code: undefined, isDataBegun: true },
    )
  })
})
