import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ImapFailure } from './failure.ts'

test('names what the network says', () => {
  assert.equal(problemOf({ code: 'ENOTFOUND' }), 'host-unknown')
  assert.equal(problemOf({ code: 'ECONNREFUSED' }), 'refused')
  assert.equal(problemOf({ code: 'CONNECT_TIMEOUT' }), 'timeout')
  assert.equal(problemOf({ code: 'GREETING_TIMEOUT' }), 'timeout')
  assert.equal(problemOf({ code: 'ECONNRESET' }), 'dropped')
  assert.equal(problemOf({ code: 'NoConnection' }), 'dropped')
})

test('tells a certificate that is refused from a server that speaks no TLS', () => {
  assert.equal(problemOf({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', tlsFailed: true }), 'tls-certificate')
  assert.equal(problemOf({ code: 'CERT_HAS_EXPIRED' }), 'tls-certificate')
  assert.equal(problemOf({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'tls-certificate')
  assert.equal(problemOf({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }), 'tls-certificate')
  assert.equal(problemOf({ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }), 'tls-unavailable')
  assert.equal(problemOf({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }), 'tls-unavailable')
  assert.equal(problemOf({ tlsFailed: true }), 'tls-unavailable')
})

test('a connection that breaks during STARTTLS is a broken connection', () => {
  assert.equal(problemOf({ code: 'ECONNRESET', tlsFailed: true }), 'dropped')
})

test('tells a refused login from one that is put off or wants encryption', () => {
  assert.equal(problemOf({ authenticationFailed: true }), 'login-refused')
  assert.equal(problemOf({ authenticationFailed: true, serverResponseCode: 'AUTHENTICATIONFAILED' }), 'login-refused')
  assert.equal(problemOf({ authenticationFailed: true, serverResponseCode: 'unavailable' }), 'busy')
  assert.equal(problemOf({ authenticationFailed: true, serverResponseCode: 'PRIVACYREQUIRED' }), 'tls-unavailable')
})

test('reads the code of an answer that the library left unread', () => {
  const response = {
    tag: '1',
    command: 'NO',
    attributes: [{ type: 'ATOM', section: [{ type: 'ATOM', value: 'inuse' }] }],
  }

  assert.equal(problemOf({ responseStatus: 'NO', response }), 'busy')
})

test('is about the protocol where nothing else is known', () => {
  assert.equal(problemOf({}), 'protocol')
  assert.equal(ImapFailure.of('no error at all').problem, 'protocol')
})

test('keeps no text of the server', () => {
  const failure = ImapFailure.of(
    Object.assign(new Error('NO rosalinde@buyers.example is locked'), { code: 'NoConnection' }),
  )

  assert.doesNotMatch(`${failure.message} ${failure.stack}`, /rosalinde/u)
  assert.equal(failure.cause, undefined)
})

test('keeps the problem of a failure that comes by again', () => {
  const failure = new ImapFailure('busy')

  assert.equal(ImapFailure.of(failure), failure)
})

function problemOf(properties: Readonly<Record<string, unknown>>): string {
  return ImapFailure.of(Object.assign(new Error('from a server'), properties)).problem
}
