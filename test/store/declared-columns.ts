import { readFile } from 'node:fs/promises'

const FILE = new URL('../../src/store/tables.ts', import.meta.url)

/** Columns of each table as `src/store/tables.ts` declares them, such as `draft.version not null`, sorted. */
export async function declaredColumns(): Promise<readonly string[]> {
  const source = await readFile(FILE, 'utf8')
  const interfaces = new Map(
    [...source.matchAll(/^(?:export )?interface (\w+) \{\n(.*?)^\}/gmsu)].map(([, name = '', body = '']) => [
      name,
      body,
    ]),
  )
  const tables = fields(interfaces.get('Tables') ?? '')
  return tables
    .flatMap(({ name: table, type }) =>
      fields(interfaces.get(type) ?? '').map(({ name, type }) => {
        const isNullable = type.split('|').some((part) => part.trim() === 'null')
        return `${table}.${name} ${isNullable ? 'null' : 'not null'}`
      }),
    )
    .sort()
}

function fields(body: string): readonly { readonly name: string; readonly type: string }[] {
  return [...body.matchAll(/^ {2}(\w+): (.+)$/gmu)].map(([, name = '', type = '']) => ({ name, type }))
}
