import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The files of a server's key and certificate. */
export interface CertificateFiles {
  readonly key: string
  readonly certificate: string
}

/** An authority of the test, which vouches for whom it is told to. */
export interface Authority {
  /** Its own certificate, as PEM. */
  readonly pem: string
  /** Vouches for a server of these names, such as `IP:127.0.0.1`, for so many days; below 0 they are over. */
  vouch(name: string, of: { readonly names: string; readonly days: number }): Promise<CertificateFiles>
}

const NEW_KEY = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'

/** Makes one in a folder. OpenSSL is there with Postfix. */
export async function makeAuthority(folder: string): Promise<Authority> {
  const root = await selfSigned(folder, 'authority')
  return {
    pem: await readFile(root.certificate, 'utf8'),
    async vouch(name, { names, days }) {
      const [key, certificate] = [`${folder}/${name}.key`, `${folder}/${name}.pem`]
      const [request, extensions] = [`${folder}/${name}.csr`, `${folder}/${name}.ext`]
      await writeFile(extensions, `subjectAltName=${names}\n`)
      await openssl(`req -new ${NEW_KEY} -subj /CN=${name} -keyout ${key} -out ${request}`)
      const signed = `-CA ${root.certificate} -CAkey ${root.key} -CAcreateserial -days ${days} -extfile ${extensions}`
      await openssl(`x509 -req -in ${request} -out ${certificate} ${signed}`)
      return { key, certificate }
    },
  }
}

/** A certificate that vouches for itself alone. */
export async function selfSigned(folder: string, name: string): Promise<CertificateFiles> {
  const [key, certificate] = [`${folder}/${name}.key`, `${folder}/${name}.pem`]
  await openssl(`req -x509 ${NEW_KEY} -days 2 -subj /CN=${name} -keyout ${key} -out ${certificate}`)
  return { key, certificate }
}

async function openssl(words: string): Promise<void> {
  await run('openssl', words.split(' '))
}
