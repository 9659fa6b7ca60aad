import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Writes a key and a self-signed certificate for `localhost` and 127.0.0.1 into a folder, as `key.pem` and
 * `certificate.pem`, good for a day. Gives the certificate, which vouches for itself.
 */
export async function makeCertificate(folder: string): Promise<string> {
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', `${folder}/key.pem`, '-out', `${folder}/certificate.pem`],
  ])
  return readFile(`${folder}/certificate.pem`, 'utf8')
}
