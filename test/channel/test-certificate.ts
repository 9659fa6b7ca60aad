import assert from 'node:assert/strict'
import tlsOptions from 'smtp-server/lib/tls-options'

/** The self-signed certificate for tests that the SMTP server library carries: its key is public, and it has expired. */
export function testCertificate(): { readonly key: string; readonly cert: string } {
  const { key, cert } = tlsOptions()
  assert.ok(typeof key === 'string' && typeof cert === 'string')
  return { key, cert }
}
