import { type AskCatalog, tableNames } from './catalog.ts'

/* What each role may do, one line a right; the owner's rights on what is its own are left out. */

const TABLES = `
  select coalesce(r.rolname, 'public') || ' ' || c.relname || ': '
          || string_agg(lower(a.privilege_type), ' ' order by a.privilege_type) as line
     from pg_class c
     cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
     left join pg_roles r on r.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and a.grantee <> c.relowner
    group by r.rolname, c.relname
   union all
   select r.rolname || ' ' || c.relname || '.' || t.attname || ': ' || lower(a.privilege_type)
     from pg_attribute t
     join pg_class c on c.oid = t.attrelid
     cross join lateral aclexplode(t.attacl) a
     join pg_roles r on r.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace
   order by 1`

const POLICIES = `
  select array_to_string(roles, ',') || ' ' || tablename || ' ' || policyname || ': ' || lower(cmd) as line
     from pg_policies where schemaname = 'public' order by 1`

const FUNCTIONS = `
  select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || '): '
          || case when p.prosecdef then 'as ' || o.rolname || ' ' else '' end
          || coalesce(array_to_string(p.proconfig, '; ') || ', ', '') || 'for '
          || coalesce(string_agg(coalesce(r.rolname, 'public'), ' ' order by r.rolname)
               filter (where a.grantee <> p.proowner), 'nobody else') as line
     from pg_proc p
     join pg_roles o on o.oid = p.proowner
     cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
     left join pg_roles r on r.oid = a.grantee
    where p.pronamespace = 'public'::regnamespace
    group by p.oid, o.rolname
    order by 1`

/** Rights on tables, policies and functions of the desk's own schema, by role, as one text. */
export async function readPrivileges(ask: AskCatalog): Promise<string> {
  await tableNames(ask)
  const sections = { tables: TABLES, policies: POLICIES, functions: FUNCTIONS }
  const parts: string[] = []
  for (const [title, sql] of Object.entries(sections)) {
    const rows = await ask<{ line: string }>(sql)
    parts.push(`# ${title}`, ...rows.map(({ line }) => line), '')
  }
  return parts.join('\n')
}
