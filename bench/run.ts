import { globSync } from 'node:fs'
import { basename } from 'node:path'

/** A benchmark: prints ratios measured in one run; absolute times say little on a shared machine. */
interface Bench {
  run(): Promise<void>
}

const folder = new URL('.', import.meta.url).pathname
const names = globSync('*.ts', { cwd: folder })
  .filter((file) => file !== 'run.ts')
  .map((file) => basename(file, '.ts'))
  .sort()
const [name] = process.argv.slice(2)

if (name === undefined) {
  console.log(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`)
} else if (names.includes(name)) {
  await (await load(name)).run()
} else {
  console.error(`There is no bench/${name}.ts. There are: ${names.join(', ')}.`)
  process.exitCode = 2
}

async function load(bench: string): Promise<Bench> {
  const module: unknown = await import(`./${bench}.ts`)
  if (!isBench(module)) throw new TypeError(`bench/${bench}.ts exports no run()`)
  return module
}

function isBench(module: unknown): module is Bench {
  return typeof module === 'object' && module !== null && 'run' in module && typeof module.run === 'function'
}
