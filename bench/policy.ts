import { CONTENDERS } from './measure/contenders.ts'
import type { Contender } from './measure/contenders.ts'
import { measureFresh } from './measure/fresh-process.ts'
import type { Fresh } from './measure/fresh-process.ts'
import { HOSTILE } from './measure/hostile-texts.ts'
import { printQuality } from './measure/quality.ts'
import { percentiles } from './measure/percentiles.ts'
import { measureSpeed } from './measure/speed.ts'
import type { Speed } from './measure/speed.ts'

/** Fresh starts of each contender; the middle one counts. */
const STARTS = 5

/**
 * The policy engine beside peers of the npm registry, in one run: how well each finds what it claims to find on both
 * halves of the corpus, how fast, what a first result costs, and what hostile texts of 100 kB do to it.
 */
export async function run(): Promise<void> {
  await printQuality(CONTENDERS)
  await printSpeed()
  await printStarts()
  await printHostile()
}

async function printSpeed(): Promise<void> {
  console.log('\nspeed, messages of 1,000 characters             p50 us    p99 us     MB/s   p50 to ours')
  let ours: Speed | undefined
  for (const { name, load } of CONTENDERS) {
    const speed = await measureSpeed(await load())
    ours ??= speed
    const ratio = speed.p50 / ours.p50
    console.log(
      row(name, [speed.p50.toFixed(0), speed.p99.toFixed(0), speed.megabytesPerSecond.toFixed(1), ratio.toFixed(1)]),
    )
  }
}

async function printStarts(): Promise<void> {
  console.log('\na fresh process, import to first result       start ms    rss MB')
  for (const { name } of CONTENDERS) {
    const runs: Fresh[] = []
    for (let start = 0; start < STARTS; start += 1) {
      const fresh = await measureFresh(name)
      if (fresh !== undefined) runs.push(fresh)
    }
    const starts = percentiles(runs.map(({ startMs }) => startMs))
    const memory = percentiles(runs.map(({ rssMegabytes }) => rssMegabytes))
    console.log(row(name, [starts.p50.toFixed(0), memory.p50.toFixed(0)]))
  }
}

async function printHostile(): Promise<void> {
  console.log('\nhostile texts of 100 kB: ms, and how often the time of 50 kB')
  console.log(
    row(
      '',
      CONTENDERS.map(({ name }) => name),
      20,
    ),
  )
  for (const hostile of HOSTILE) {
    const cells: string[] = []
    for (const contender of CONTENDERS) cells.push(await hostileCell(contender, hostile))
    console.log(row(hostile, cells, 20))
  }
}

async function hostileCell({ name }: Contender, hostile: string): Promise<string> {
  const fresh = await measureFresh(name, hostile)
  return fresh ? `${fresh.wholeMs.toFixed(1)} x${(fresh.wholeMs / fresh.halfMs).toFixed(1)}` : 'over 10 s'
}

function row(name: string, cells: readonly string[], width = 10): string {
  return `${name.padEnd(44)}${cells.map((cell) => cell.padStart(width)).join('')}`
}
