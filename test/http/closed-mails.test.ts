import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const ROOT = new URL('../../', import.meta.url).pathname
/** What opens the bytes of a quarantined mail. */
const OPENER = 'src/seal/open-raw-mail.ts'

test('nothing that answers a browser can open a quarantined mail', () => {
  assert.ok(!reachable('src/http').has(OPENER))
})

test('the jobs of the desk can, so that the search finds what there is to find', () => {
  assert.ok(reachable('src/job').has(OPENER))
})

/** Every module that the modules of a room import, however far, types left out. */
function reachable(room: string): ReadonlySet<string> {
  const waiting = globSync(`${room}/**/*.ts`, { cwd: ROOT }).filter((path) => !path.endsWith('.test.ts'))
  const found = new Set<string>(waiting)
  assert.ok(waiting.length > 5)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const target of importsOf(path)) {
      if (found.has(target)) continue
      found.add(target)
      waiting.push(target)
    }
  }
  return found
}

function importsOf(path: string): readonly string[] {
  const source = readFileSync(join(ROOT, path), 'utf8')
  const imports = source.matchAll(/^(?:import|export)\s(?!type\s)[^'"]*?from\s+'(\.[^']+\.ts)'/gmsu)
  return [...imports].map(([, target = '']) => join(dirname(path), target))
}
