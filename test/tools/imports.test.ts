import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'

import { type ImportReport, readImports } from '../../tools/imports/cruise.ts'
import { plantHouse, type PlantedHouse } from './planted-house.ts'

const repository = new URL('../../', import.meta.url)
const folders = ['src', 'sim', 'web', 'test', 'tools']
const value = 'export const value = 1\n'

function imports(path: string): string {
  return `import { value } from '${path}'\nexport const again = value\n`
}

/** One breach a file, and around them lines that are allowed. */
const planted = {
  'src/base/word.ts': value,
  'src/base/reaches-up.ts': imports('../model/noun.ts'),
  'src/base/reads-disk.ts': `import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`,
  'src/base/word.test.ts': `import { test } from 'node:test'\nimport { value } from './word.ts'\ntest(String(value), () => {})\n`,
  'src/model/noun.ts': imports('../base/word.ts') + value,
  'src/policy/uses-package.ts': `import { z } from 'zod'\nexport const schema = z\n`,
  'src/parse/mail.ts': `import PostalMime from 'postal-mime'\nexport const parser = PostalMime\n${value}`,
  'src/seal/reaches-beside.ts': imports('../parse/mail.ts'),
  'src/store/rows.ts': `import pg from 'pg'\nexport const pool = pg.Pool\n${value}`,
  'src/channel/asks-database.ts': `import pg from 'pg'\nexport const pool = pg.Pool\n`,
  'src/flow/receive.ts': imports('../store/rows.ts') + value,
  'src/flow/parses-bytes.ts': `import PostalMime from 'postal-mime'\nexport const parser = PostalMime\n`,
  'src/flow/starts-sim.ts': imports('../../sim/relay.ts'),
  'src/http/reads-main.ts': imports('../main.ts'),
  'src/http/route/shape.ts': value,
  'src/cli/lost.ts': imports('./nowhere.ts'),
  'src/cli/uses-tool-package.ts': `import fc from 'fast-check'\nexport const check = fc\n`,
  'src/helpers/any.ts': value,
  'src/job/ring-a.ts': `import type { B } from './ring-b.ts'\nexport interface A { b: B }\n`,
  'src/job/ring-b.ts': `import type { A } from './ring-a.ts'\nexport interface B { a: A }\n`,
  'src/main.ts': imports('./flow/receive.ts') + value,
  'sim/relay.ts': imports('../src/base/word.ts') + value,
  'sim/borrows-parser.ts': imports('../src/parse/mail.ts'),
  'web/page.ts': imports('../src/policy/plain.ts'),
  'src/policy/plain.ts': value,
  'web/calls-flow.ts': imports('../src/flow/receive.ts'),
  'web/api/client.ts': `import type { value } from '../../src/http/route/shape.ts'\nexport type Value = typeof value\n`,
  'web/api/runs-shape.ts': imports('../../src/http/route/shape.ts'),
  'web/api/reads-store.ts': imports('../../src/store/rows.ts'),
  'test/thing.ts': value,
  'tools/borrows-test.ts': imports('../test/thing.ts'),
}

describe('npm run imports', () => {
  let house: PlantedHouse
  let report: ImportReport

  before(async () => {
    const config = await Promise.all(
      ['package.json', 'tsconfig.json', 'tsconfig.base.json'].map(async (name) => {
        return [name, await readFile(new URL(name, repository), 'utf8')] as const
      }),
    )
    house = await plantHouse({ ...planted, ...Object.fromEntries(config) })
    report = await readImports(house.root, folders)
  })

  after(() => house[Symbol.asyncDispose]())

  function assertNamed(rule: string, from: string): void {
    const named = report.breaches.filter((breach) => breach.from === from)
    assert.deepEqual([...new Set(named.map((breach) => breach.rule))], [rule])
    assert.ok(named.every((breach) => breach.remedy.length > 20))
  }

  it('reads every planted module', () => {
    assert.equal(report.moduleCount, Object.keys(planted).length)
  })

  it('names a room that imports a higher floor', () => assertNamed('room-base', 'src/base/reaches-up.ts'))
  it('names a room that imports a room beside it', () => assertNamed('room-seal', 'src/seal/reaches-beside.ts'))
  it('names a room that imports main.ts', () => assertNamed('room-http', 'src/http/reads-main.ts'))
  it('names a pure room that uses Node', () => assertNamed('pure-base', 'src/base/reads-disk.ts'))
  it('names a pure room that uses a package', () => assertNamed('pure-policy', 'src/policy/uses-package.ts'))
  it('names SQL outside the store', () => assertNamed('package-pg', 'src/channel/asks-database.ts'))
  it('names a mail parser outside its cage', () => assertNamed('package-postal-mime', 'src/flow/parses-bytes.ts'))
  it('names src that imports sim', () => assertNamed('src-stands-alone', 'src/flow/starts-sim.ts'))
  it('names sim that borrows from the product', () => assertNamed('sim-sees-words', 'sim/borrows-parser.ts'))
  it('names web that calls the server side', () => assertNamed('web-sees-policy', 'web/calls-flow.ts'))
  it('names a web client that reads the store', () => assertNamed('web-api-sees-shapes', 'web/api/reads-store.ts'))
  it('names a web client that runs a schema', () => assertNamed('web-api-types-only', 'web/api/runs-shape.ts'))
  it('names what imports a test', () => assertNamed('test-is-the-end', 'tools/borrows-test.ts'))
  it('names a tool package in shipped code', () => assertNamed('shipped-dependencies', 'src/cli/uses-tool-package.ts'))
  it('names an import that leads nowhere', () => assertNamed('resolvable', 'src/cli/lost.ts'))
  it('names a file outside the rooms', () => assertNamed('closed-vocabulary', 'src/helpers/any.ts'))

  it('names a cycle made of types alone', () => {
    const ring = report.breaches.filter((breach) => breach.rule === 'no-cycle').map((breach) => breach.from)
    assert.ok(ring.includes('src/job/ring-a.ts'))
  })

  it('lets the allowed imports pass', () => {
    const allowed = [
      'src/model/noun.ts',
      'src/base/word.test.ts',
      'src/store/rows.ts',
      'src/main.ts',
      'web/api/client.ts',
    ]
    assert.deepEqual(
      report.breaches.filter((breach) => allowed.includes(breach.from)),
      [],
    )
  })
})
