import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test, type TestContext } from 'node:test'

import { sql } from 'kysely'

import type { AccountScope } from '../../src/model/scope.ts'
import { mintScope } from '../../src/policy/access/mint-scope.ts'
import { openDatabase } from '../../src/store/database.ts'
import { pastRowSecurity } from '../access/account-rows.ts'
import { openTenants } from '../access/tenants.ts'
import { attempt, type Intruder, type Outcome } from './wall-attempt.ts'
import { furnishAlerts } from './wall-cases-alert.ts'
import { furnishAnswered } from './wall-cases-answered.ts'
import { furnishLedger } from './wall-cases-proof.ts'
import { WALL_CASES, WITHOUT_CASE } from './wall-cases.ts'
import { ghostThings, readThings, type Things } from './wall-things.ts'

const STORE = new URL('../../src/store/', import.meta.url)
const INSUFFICIENT_PRIVILEGE_CODE = '42501'

test('every exported function of the store has a case here or a reason why not', async () => {
  const exported = await storeFunctions()

  const known = [...Object.keys(WALL_CASES), ...Object.keys(WITHOUT_CASE)]
  assert.ok(exported.length > 0)
  assert.deepEqual(exported, known.sort())
})

test('each case reaches its thing by the right scope, so that it can fail', async (t) => {
  await using walls = await openWalls(t)
  const { theirs, ghost, run } = walls

  const idle: string[] = []
  for (const name of Object.keys(WALL_CASES)) {
    const reached = await run(name, { by: theirs.personId, scope: scopeOf(theirs), things: theirs })
    const missed = await run(name, { by: 'past-row-security', scope: scopeOf(ghost), things: ghost })
    if (!reached.changed && same(reached.outcome, missed.outcome)) idle.push(name)
  }

  assert.deepEqual(idle, [])
})

test('the things of another account do not exist, for each store function', async (t) => {
  await using walls = await openWalls(t)
  const { mine, theirs, ghost, tryAll } = walls

  const scope = scopeOf(mine)
  const tried = await tryAll({ by: mine.personId, scope, things: theirs }, { scope, things: ghost })

  assert.deepEqual(tried.asTheirs, tried.asMissing)
  assert.deepEqual(tried.changed, [])
})

test('the scope check alone hides the things of another account, with row security out of the way', async (t) => {
  await using walls = await openWalls(t)
  const { mine, theirs, ghost, tryAll } = walls

  const scope = scopeOf(mine)
  const tried = await tryAll({ by: 'past-row-security', scope, things: theirs }, { scope, things: ghost })

  assert.deepEqual(tried.asTheirs, tried.asMissing)
  assert.deepEqual(tried.changed, [])
})

test('row security alone hides the things of another account from a forged scope', async (t) => {
  await using walls = await openWalls(t)
  const { mine, theirs, ghost, tryAll } = walls

  const forged = { by: mine.personId, scope: scopeOf(theirs), things: theirs }
  const tried = await tryAll(forged, { scope: scopeOf(ghost), things: ghost })

  assert.deepEqual(tried.asTheirs, tried.asMissing)
  assert.deepEqual(tried.changed, [])
})

test('a forged scope can insert nothing anywhere', async (t) => {
  await using walls = await openWalls(t)
  const { mine, theirs, run } = walls

  const inserted: string[] = []
  for (const name of Object.keys(WALL_CASES).filter((name) => name.startsWith('insert'))) {
    const { outcome } = await run(name, { by: mine.personId, scope: scopeOf(theirs), things: theirs })
    if (!('refused' in outcome) || outcome.refused !== INSUFFICIENT_PRIVILEGE_CODE) inserted.push(name)
  }

  assert.deepEqual(inserted, [])
})

interface Call {
  readonly by: Intruder['person']
  readonly scope: AccountScope
  readonly things: Things
}

/** Two accounts of two people, things that nobody has, and the means to try each case with them. */
async function openWalls(t: TestContext) {
  const tenants = await openTenants(t)
  const db = openDatabase(tenants.desk.database.connection('admin'), 'safereply_app')
  const [mine, theirs] = await db.transaction().execute(async (tx) => {
    await pastRowSecurity(tx)
    // So that there is one which hangs: nobody delivers in this test.
    await sql`update outbox set state = 'sending'`.execute(tx)
    await furnishLedger(tx)
    await furnishAnswered(tx)
    await furnishAlerts(tx)
    return [await readThings(tx, tenants.mine.accountId), await readThings(tx, tenants.theirs.accountId)] as const
  })
  const ghost = ghostThings(tenants.desk.parts.ids)

  function run(name: string, { by, scope, things }: Call) {
    const wallCase = WALL_CASES[name]
    assert.ok(wallCase)
    return attempt(db, { person: by, watched: theirs.accountId }, (tx) => wallCase(tx, scope, things))
  }

  /** Outcomes by name: asked for their things, and asked by the same person for things that are not there. */
  async function tryAll(call: Call, missing: Omit<Call, 'by'>) {
    const asTheirs: Record<string, Outcome> = {}
    const asMissing: Record<string, Outcome> = {}
    const changed: string[] = []
    for (const name of Object.keys(WALL_CASES)) {
      const tried = await run(name, call)
      asTheirs[name] = tried.outcome
      asMissing[name] = (await run(name, { ...missing, by: call.by })).outcome
      if (tried.changed) changed.push(name)
    }
    return { asTheirs, asMissing, changed }
  }

  return { mine, theirs, ghost, run, tryAll, [Symbol.asyncDispose]: () => db.destroy() }
}

/** A scope as authorisation would mint it; for a membership that does not exist it is a forged one. */
function scopeOf({ accountId, personId }: Things): AccountScope {
  const minted = mintScope({ accountId, personId, role: 'owner', until: undefined }, 'account:write', new Date(0))
  assert.ok(minted.ok)
  return minted.scope
}

function same(one: Outcome, other: Outcome): boolean {
  try {
    assert.deepEqual(one, other)
    return true
  } catch {
    return false
  }
}

/** Names of the functions that the files of the store export, sorted. */
async function storeFunctions(): Promise<readonly string[]> {
  const files = (await readdir(STORE)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const names: string[] = []
  for (const file of files) {
    const module: Record<string, unknown> = await import(new URL(file, STORE).href)
    names.push(...Object.keys(module).filter((name) => typeof module[name] === 'function'))
  }
  return names.sort()
}
