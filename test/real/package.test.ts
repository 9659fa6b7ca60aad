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
    assertRan(run(['node', 'tools/package.ts'], { cwd: repository }))
    const stage = join(repository, 'build', 'package')
    const [tarball = ''] = (await readdir(stage)).filter((name) => name.endsWith('.tgz'))
    await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }')
    // The database is optional and large, and neither the check nor the rules need it.
    const flags = ['--ignore-scripts', '--prefer-offline', '--omit=optional', '--no-audit', '--no-fund']
    assertRan(run(['npm', 'install', ...flags, join(stage, tarball)]))
  })

  after(() => rm(folder, { recursive: true }))

  function run(command: readonly string[], options: { cwd?: string; input?: string } = {}): Result {
    return runIn(options.cwd ?? folder, command, options.input)
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

/** The rules alone, as a program finds them in the registry. */
describe('the package of rules', () => {
  const stage = join(repository, 'build', 'policy-package')
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'installed-rules-'))
    await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }')
    const [tarball = ''] = (await readdir(stage)).filter((name) => name.endsWith('.tgz'))
    const flags = ['--ignore-scripts', '--offline', '--no-audit', '--no-fund']
    assertRan(runIn(folder, ['npm', 'install', ...flags, join(stage, tarball)]))
  })

  after(() => rm(folder, { recursive: true }))

  it('depends on nothing', async () => {
    const manifest: Record<string, unknown> = JSON.parse(await readFile(join(stage, 'package.json'), 'utf8'))

    assert.deepEqual(
      ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts'].filter((name) => name in manifest),
      [],
    )
    assert.deepEqual(
      await readdir(join(folder, 'node_modules')).then((names) => names.filter((n) => !n.startsWith('.'))),
      ['safereply-policy'],
    )
  })

  it('does what its README shows', async () => {
    const readme = await readFile(join(folder, 'node_modules', 'safereply-policy', 'README.md'), 'utf8')
    const blocks = [...readme.matchAll(/^```ts\n(.*?)^```/gmsu)].map(([, code = '']) => code)

    assert.equal(blocks.length, 2)
    for (const code of blocks) {
      const promised = [...code.matchAll(/^console\.log.*? \/\/ (.*)$/gmu)].map(([, says]) => says)
      const ran = runIn(folder, ['node', '--input-type=module', '--eval', code])
      assertRan(ran)
      assert.ok(promised.length > 0)
      assert.deepEqual(ran.stdout.trim().split('\n'), promised)
    }
  })

  it('tells programs its types, however they resolve modules', async () => {
    const code = `import { check, currentPack, redact } from 'safereply-policy'
export const verdict: 'clear' | 'advice' | 'blocked' | 'uncovered' = check('x', { pack: currentPack() }).verdict
export const take: typeof redact = redact
`
    await writeFile(join(folder, 'use.ts'), code)
    const tsc = join(repository, 'node_modules', '.bin', 'tsc')
    const options = ['--noEmit', '--strict', '--types', '', 'use.ts']

    assertRan(runIn(folder, [tsc, '--module', 'nodenext', ...options]))
    assertRan(runIn(folder, [tsc, '--module', 'esnext', '--moduleResolution', 'bundler', ...options]))
  })
})

function runIn(folder: string, command: readonly string[], input = ''): Result {
  const [name = '', ...args] = command
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const env = { ...process.env, PATH: path }
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: folder, input, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

function assertRan({ status, stdout, stderr }: Result): void {
  assert.equal(status, 0, stdout + stderr)
}
