import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { inspect } from 'node:util'

import { Fault } from '../src/base/fault.ts'
import { type Environment, readConfig } from '../src/config.ts'
import { testCertificate } from './channel/test-certificate.ts'
import { temporaryFolder } from './desk/temporary-folder.ts'

const opened = new AsyncDisposableStack()
after(() => opened.disposeAsync())
const folder = await temporaryFolder(opened)
const { key, cert } = testCertificate()
const KEY = await file('key.pem', key)
const CERT = await file('cert.pem', cert)
const HOME = { HOME: folder }

test('the key and certificate of the mail door are read at the start, and never shown', () => {
  const { secrets } = readConfig({
    ...HOME,
    SAFEREPLY_DOOR_TLS_KEY_FILE: KEY,
    SAFEREPLY_DOOR_TLS_CERT_FILE: CERT,
  })

  assert.deepEqual(secrets.doorTls, { key, cert })
  assert.equal(inspect(secrets) + JSON.stringify(secrets), '[secret]"[secret]"')
})

test('without them the door has none', () => {
  assert.equal(readConfig(HOME).secrets.doorTls, undefined)
})

test('one without the other, a file that is not there, and one that holds something else stop the start', async () => {
  const prose = await file('prose.pem', 'Das ist kein Schlüssel.')
  const both = (keyFile: string, certFile: string): Environment => ({
    SAFEREPLY_DOOR_TLS_KEY_FILE: keyFile,
    SAFEREPLY_DOOR_TLS_CERT_FILE: certFile,
  })

  const complaints = [
    complaintOf({ SAFEREPLY_DOOR_TLS_KEY_FILE: KEY }),
    complaintOf({ SAFEREPLY_DOOR_TLS_CERT_FILE: CERT }),
    complaintOf(both(KEY, join(folder, 'nowhere.pem'))),
    complaintOf(both(prose, CERT)),
    complaintOf(both(KEY, KEY)),
  ]

  const isOneAlone = 'set SAFEREPLY_DOOR_TLS_KEY_FILE and SAFEREPLY_DOOR_TLS_CERT_FILE, or none of them'
  const isWrong =
    'SAFEREPLY_DOOR_TLS_KEY_FILE and SAFEREPLY_DOOR_TLS_CERT_FILE must hold a PEM key and the certificate that belongs to it'
  assert.deepEqual(complaints, [
    isOneAlone,
    isOneAlone,
    'SAFEREPLY_DOOR_TLS_CERT_FILE names a file that cannot be read',
    isWrong,
    isWrong,
  ])
})

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

function complaintOf(environment: Environment): string | undefined {
  try {
    readConfig({ ...HOME, ...environment })
    return undefined
  } catch (error) {
    assert.ok(error instanceof Fault && error.code === 'config.invalid')
    return error.detail
  }
}
