import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const repository = new URL('../../', import.meta.url).pathname

interface Result {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The package as a stranger meets it: made, installed into an empty folder, without install scripts. */
describe('the package', () => {
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'installed-package-'))
    assertDone(run(['node', 'tools/package.ts'], { cwd: repository }))
    const stage = join(repository, 'build', 'package')
    const [tarball = ''] = (await readdir(stage)).filter((name) => name.endsWith('.tgz'))
    await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }')
    // The database is optional and large, and neither the check nor the rules need it.
    const flags = ['--ignore-scripts', '--prefer-offline', '--omit=optional', '--no-audit', '--no-fund']
    assertDone(run(['npm', 'install', ...flags, join(stage, tarball)]))
  })

  after(() => rm(folder, { recursive: true }))

  function run(command: readonly string[], options: { cwd?: string; input?: string } = {}): Result {
    const [name = '', ...args] = command
    const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
    const result = spawnSync(name, args, {
      cwd: options.cwd ?? folder,
      input: options.input ?? '',
      env: { ...process.env, PATH: path },
      encoding: 'utf8',
    })
    return { status: result.status, stdout: result.stdout, stderr: result.stderr }
  }

  function assertDone({ status, stdout, stderr }: Result): void {
    assert.equal(status, 0, stdout + stderr)
  }

  it('says its version', async () => {
    const manifest = await readFile(join(repository, 'package.json'), 'utf8')

    const { stdout, status } = run(['node_modules/.bin/safereply', '--version'])

    assert.equal(status, 0)
    assert.match(manifest, new RegExp(`"version": "${RegExp.escape(stdout.trim())}"`, 'u'))
  })

  it('finds contact data in a text', () => {
    const { status } = run(['node_modules/.bin/safereply', 'check'], {
      input: 'Please write to me at shop@example.com\n',
    })

    assert.equal(status, 1)
  })

  it('lets the rules be imported alone', () => {
    const code = `import * as policy from 'safereply/policy'; console.log(typeof policy.check)`

    const { stdout } = run(['node', '--input-type=module', '--eval', code])

    assert.equal(stdout.trim(), 'function')
  })

  it('tells a program the types of the rules', async () => {
    await writeFile(
      join(folder, 'use.ts'),
      `import { check } from 'safereply/policy'\nexport const judge: typeof check = check\n`,
    )
    const tsc = join(repository, 'node_modules', '.bin', 'tsc')

    const { stdout, status } = run([tsc, '--noEmit', '--strict', '--module', 'nodenext', '--types', '', 'use.ts'])

    assert.deepEqual({ stdout, status }, { stdout: '', status: 0 })
  })

  it('shows nothing but what it exports', () => {
    const code = `await import('safereply/dist/src/main.js').catch((error) => console.log(error.code))`

    const { stdout } = run(['node', '--input-type=module', '--eval', code])

    assert.equal(stdout.trim(), 'ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  it('carries no test and no source', async () => {
    const names = await readdir(join(folder, 'node_modules', 'safereply'), { recursive: true })

    const strays = names.filter((name) => /\.test\.|(?<!\.d)\.tsx?$/u.test(name))

    assert.deepEqual(strays, [])
  })
})
