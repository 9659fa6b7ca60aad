import { generatedTexts, readCorpus } from '../../tools/corpus/read.ts'
import type { Half, Labelled } from '../../tools/corpus/labelled.ts'
import { f1, recall, score, SPAN_TYPES } from '../../tools/corpus/score.ts'
import type { Counts, Score } from '../../tools/corpus/score.ts'
import type { Contender } from './contenders.ts'

const HALVES: readonly Half[] = ['open', 'held']
/** Everyday texts a language, about a thousand in all. */
const EVERYDAY = 91

/** Prints F1 and recall of each type on each half, and false alarms; a dash stands for what a contender does not claim. */
export async function printQuality(contenders: readonly Contender[]): Promise<void> {
  for (const half of HALVES) await printHalf(half, contenders)
  const everyday = await scoreAll(contenders, generatedTexts(EVERYDAY))
  console.log(`\neveryday texts with a finding, of ${everyday[0]?.cleanTexts ?? 0}`)
  printCells(
    '',
    contenders.map(({ name }) => name),
  )
  printCells(
    '',
    everyday.map(({ alarmed }) => String(alarmed.length)),
  )
}

async function printHalf(half: Half, contenders: readonly Contender[]): Promise<void> {
  const lines = readCorpus(half)
  const scores = await scoreAll(contenders, lines)
  console.log(`\n${half} half, ${lines.length} texts: F1 % (recall %)`)
  printCells(
    '',
    contenders.map(({ name }) => name),
  )
  for (const type of [...SPAN_TYPES, ...messageTypes(lines)]) {
    printCells(
      type,
      scores.map((of, at) => typeCell(of.types.get(type), contenders[at]?.claims?.has(type) ?? true)),
    )
  }
  printCells(
    'all values it claims',
    scores.map((of) => typeCell(total(of, true), true)),
  )
  printCells(
    'all intents it claims',
    scores.map((of) => typeCell(total(of, false), total(of, false).wanted > 0)),
  )
  printCells(
    'values hidden, %',
    scores.map((of) => percent(total(of, true).masked / total(of, true).wanted)),
  )
  printCells(
    'clean texts with a finding, %',
    scores.map((of) => percent(of.alarmed.length / of.cleanTexts)),
  )
}

async function scoreAll(contenders: readonly Contender[], lines: readonly Labelled[]): Promise<readonly Score[]> {
  const scores: Score[] = []
  for (const { load, claims } of contenders) scores.push(await score(lines, await load(), claims))
  return scores
}

function messageTypes(lines: readonly Labelled[]): readonly string[] {
  return [...new Set(lines.flatMap(({ label }) => (label === undefined || label === 'clean' ? [] : [label])))].sort()
}

function typeCell(counts: Counts | undefined, claimed: boolean): string {
  if (!claimed || counts === undefined) return '-'
  return `${percent(f1(counts))} (${percent(recall(counts))})`
}

function total({ types }: Score, spans: boolean): Counts {
  const sum = { wanted: 0, found: 0, masked: 0, alarms: 0 }
  for (const [type, counts] of types) {
    if (SPAN_TYPES.has(type) !== spans) continue
    sum.wanted += counts.wanted
    sum.found += counts.found
    sum.masked += counts.masked
    sum.alarms += counts.alarms
  }
  return sum
}

function percent(share: number): string {
  return (share * 100).toFixed(1)
}

function printCells(name: string, cells: readonly string[]): void {
  console.log(`${name.padEnd(32)}${cells.map((cell) => cell.padStart(18)).join('')}`)
}
