import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Fault } from '../../base/fault.ts'
import { isLoopback } from './loopback.ts'
import { parseSmtpUrl } from './smtp-url.ts'

describe('parseSmtpUrl', () => {
  it('takes name, password, host and port', () => {
    assert.deepEqual(parseSmtpUrl('smtps://desk%40shop.example:p%3Ass@mail.shop.example:4650'), {
      host: 'mail.shop.example',
      port: 4650,
      secure: true,
      user: 'desk@shop.example',
      password: 'p:ss',
    })
  })

  it('knows the usual port of each kind', () => {
    assert.deepEqual(
      ['smtp://mail.shop.example', 'smtps://mail.shop.example'].map((text) => parseSmtpUrl(text).port),
      [587, 465],
    )
  })

  it('gives an IPv6 address as a socket takes it, so that ::1 is known as this machine', () => {
    const { host } = parseSmtpUrl('smtp://[::1]:2525')

    assert.equal(host, '::1')
    assert.ok(isLoopback(host))
  })

  it('refuses what is none, and does not repeat it', () => {
    for (const text of [
      'mail.shop.example',
      'http://mail.shop.example',
      'smtp://',
      'smtp://desk:50%-off@mail.example',
    ]) {
      assert.throws(
        () => parseSmtpUrl(text),
        (error) => error instanceof Fault && error.code === 'config.invalid' && !`${error.detail}`.includes('off'),
        text,
      )
    }
  })
})
