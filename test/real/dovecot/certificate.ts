import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

const REQUEST =
  'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 ' +
  '-subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1'

/**
 * Writes a key and a self-signed certificate for `localhost` and 127.0.0.1 into a folder, as `key.pem` and
 * `certificate.pem`, good for a day. Gives the certificate, which vouches for itself. OpenSSL is there with Dovecot.
 */
export async function makeCertificate(folder: string): Promise<string> {
  const certificate = `${folder}/certificate.pem`
  await run('openssl', [...REQUEST.split(' '), '-keyout', `${folder}/key.pem`, '-out', certificate])
  return readFile(certificate, 'utf8')
}
