import { DatabaseError, escapeIdentifier, type Client } from 'pg'

import { Fault } from '../../base/fault.ts'
import { APP_ROLE, LOG_ROLE, OWNER_ROLE } from './connection.ts'
import { createUnlessThere } from './desk-database.ts'

const ROLES = [
  { name: OWNER_ROLE, login: 'nologin' },
  { name: APP_ROLE, login: 'login' },
  { name: LOG_ROLE, login: 'login' },
] as const
const NO_RIGHTS = 'nosuperuser nobypassrls nocreatedb nocreaterole noinherit'
const NOT_PERMITTED_CODE = '42501'
/** From here on a role can be granted for SET ROLE alone, without inheriting its rights. */
const OLDEST_VERSION = 160_000

/**
 * Makes the roles that are missing, gives the connected database to safereply_owner and takes every right on it from
 * others. A user that is no superuser is let into the three roles, by SET ROLE only. May be called at every start.
 * A Fault 'config.invalid' when the user may not do this or the server is older than 16, 'database.role' when a role
 * is stronger than it may be.
 */
export async function ensureRoles(adminClient: Client): Promise<void> {
  const { database, isSuperuser, version } = await whoAmI(adminClient)
  if (version < OLDEST_VERSION) throw new Fault('config.invalid', { detail: 'PostgreSQL 16 or newer is needed' })
  try {
    for (const role of ROLES) await ensureRole(adminClient, role)
    if (!isSuperuser) await letUserIn(adminClient)
    for (const statement of rightsOn(escapeIdentifier(database), isSuperuser)) await adminClient.query(statement)
  } catch (cause) {
    if (!(cause instanceof DatabaseError) || cause.code !== NOT_PERMITTED_CODE) throw cause
    throw new Fault('config.invalid', {
      detail: 'the database user must own its database and have CREATEROLE, so that the desk can make its roles',
      cause,
    })
  }
}

async function whoAmI(client: Client): Promise<{ database: string; isSuperuser: boolean; version: number }> {
  const { rows } = await client.query<{ database: string; is_superuser: boolean; version: number }>(
    `select current_database() as database, rolsuper as is_superuser,
            current_setting('server_version_num')::int as version
       from pg_roles where rolname = current_user`,
  )
  const [row] = rows
  if (row === undefined) throw new Fault('database.role', { detail: 'the current role is unknown' })
  return { database: row.database, isSuperuser: row.is_superuser, version: row.version }
}

async function ensureRole(client: Client, role: (typeof ROLES)[number]): Promise<void> {
  const find = 'select rolsuper or rolbypassrls as is_strong from pg_roles where rolname = $1'
  const { rows } = await client.query<{ is_strong: boolean }>(find, [role.name])
  if (rows[0]?.is_strong === true) throw new Fault('database.role', { detail: role.name })
  if (rows[0] === undefined) await createUnlessThere(client, `create role ${role.name} ${role.login} ${NO_RIGHTS}`)
}

async function letUserIn(client: Client): Promise<void> {
  for (const { name } of ROLES) {
    const { rows } = await client.query<{ may: boolean }>(`select pg_has_role(current_user, $1, 'SET') as may`, [name])
    if (rows[0]?.may !== true) await client.query(`grant ${name} to current_user with set true, inherit false`)
  }
}

/** Only a superuser can give a database away without the right to make databases; the other grants what the owner needs. */
function rightsOn(database: string, isSuperuser: boolean): readonly string[] {
  return [
    isSuperuser
      ? `alter database ${database} owner to ${OWNER_ROLE}`
      : `grant create, connect, temporary on database ${database} to ${OWNER_ROLE}`,
    `revoke all on database ${database} from public`,
    `grant connect on database ${database} to ${APP_ROLE}, ${LOG_ROLE}`,
    `revoke all on schema public from public`,
    `grant usage, create on schema public to ${OWNER_ROLE} with grant option`,
    `grant usage on schema public to ${APP_ROLE}, ${LOG_ROLE}`,
  ]
}

/**
 * Proves that row security binds this connection: its effective role is no superuser, does not bypass row security, and
 * neither owns a table nor has the rights of an owner. Else a Fault 'database.role' that says which.
 */
export async function assertWalled(client: Client): Promise<void> {
  const { rows } = await client.query<{ is_superuser: boolean; bypasses: boolean; owns: boolean }>(
    `select rolsuper as is_superuser, rolbypassrls as bypasses,
            exists (select from pg_class
                     where relkind in ('r', 'p') and relpersistence <> 't'
                       and pg_has_role(current_user, relowner, 'USAGE')) as owns
       from pg_roles where rolname = current_user`,
  )
  const [role] = rows
  if (role === undefined) throw new Fault('database.role', { detail: 'unknown role' })
  if (role.is_superuser) throw new Fault('database.role', { detail: 'superuser' })
  if (role.bypasses) throw new Fault('database.role', { detail: 'bypasses row security' })
  if (role.owns) throw new Fault('database.role', { detail: 'owns a table' })
}
