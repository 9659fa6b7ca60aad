import assert from 'node:assert/strict'
import { test } from 'node:test'

import { assertGolden } from '../golden.ts'
import { tableNames, withCatalog } from './catalog.ts'
import { declaredColumns } from './declared-columns.ts'
import { readPrivileges } from './privileges.ts'

/** Keys that do not begin with the account; each stands for what belongs to no account, or to all. */
const KEYS_WITHOUT_ACCOUNT = [
  'evidence_pending_pkey (entry_id)',
  'person_pkey (person_id)',
  'person_token_pkey (person_id)',
  'person_token_token_hash_key (token_hash)',
  'schema_migration_pkey (number)',
]

/** Holds numbers and hashes of migrations; the app role has no right on it. */
const WITHOUT_ROW_SECURITY = ['schema_migration']

test('every key begins with the account, but for those of people, the log and the migrations', async (t) => {
  const keys = await withCatalog(t, (ask) =>
    ask<{ name: string; first: string }>(
      `select c.relname as name, a.attname as first
         from pg_index i
         join pg_class c on c.oid = i.indexrelid
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indisunique and c.relnamespace = 'public'::regnamespace
        order by 1`,
    ),
  )

  assert.ok(keys.some(({ first }) => first === 'account_id'))
  assert.deepEqual(
    keys.filter(({ first }) => first !== 'account_id').map(({ name, first }) => `${name} (${first})`),
    KEYS_WITHOUT_ACCOUNT,
  )
})

test('row security is on, and binds the owner too, on every table', async (t) => {
  const bare = await withCatalog(t, async (ask) => {
    await tableNames(ask)
    return ask<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not (relrowsecurity and relforcerowsecurity) order by 1`,
    )
  })

  assert.deepEqual(
    bare.map(({ name }) => name),
    WITHOUT_ROW_SECURITY,
  )
})

test('every table has a key', async (t) => {
  const keyless = await withCatalog(t, async (ask) => {
    await tableNames(ask)
    return ask(
      `select relname from pg_class c
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
    )
  })

  assert.deepEqual(keyless, [])
})

test('no trigger, rule, enum, sequence or foreign key stands in the way of more than one machine', async (t) => {
  const found = await withCatalog(t, async (ask) => {
    await tableNames(ask)
    return ask(
      `select 'trigger' as kind, tgname::text as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
        where c.relnamespace = 'public'::regnamespace
       union all select 'rule', rulename from pg_rules where schemaname = 'public'
       union all select 'enum', typname from pg_type where typnamespace = 'public'::regnamespace and typtype = 'e'
       union all select 'sequence', relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
       union all select 'foreign key', conname from pg_constraint
        where connamespace = 'public'::regnamespace and contype = 'f'`,
    )
  })

  assert.deepEqual(found, [])
})

test('no column makes up a value: ids and instants are arguments', async (t) => {
  const made = await withCatalog(t, async (ask) => {
    await tableNames(ask)
    return ask<{ column: string; value: string }>(
      `select table_name || '.' || column_name as column,
              coalesce(column_default, identity_generation, generation_expression) as value
         from information_schema.columns
        where table_schema = 'public'
          and (column_default is not null or is_identity = 'YES' or is_generated <> 'NEVER')`,
    )
  })

  assert.deepEqual(made, [{ column: 'mailbox.copies', value: `'not-seen'::text` }])
})

test('the roles have the rights that the migrations write, and no other', async (t) => {
  await assertGolden('privileges.txt', await withCatalog(t, readPrivileges))
})

test('a function that runs as the owner has a fixed search path', async (t) => {
  const definers = await withCatalog(t, (ask) =>
    ask<{ name: string; settings: readonly string[] | null }>(
      `select proname as name, proconfig as settings from pg_proc
        where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
    ),
  )

  assert.ok(definers.length > 0)
  assert.deepEqual(
    definers.filter(({ settings }) => !settings?.includes('search_path=public, pg_temp')),
    [],
  )
})

test('the declared tables are those of the database, column by column', async (t) => {
  const columns = await withCatalog(t, (ask) =>
    ask<{ line: string }>(
      `select table_name || '.' || column_name || case is_nullable when 'YES' then ' null' else ' not null' end as line
         from information_schema.columns
        where table_schema = 'public' and table_name <> 'schema_migration'`,
    ),
  )

  assert.ok(columns.length > 0)
  assert.deepEqual(await declaredColumns(), columns.map(({ line }) => line).sort())
})
