import { spanFound, spanMasked } from './spans.ts'
import type { Entity, Labelled } from './labelled.ts'

/** Finds values and intents in a text, under the names that the corpus uses. */
export type Detect = (text: string, lang: string) => readonly Entity[] | Promise<readonly Entity[]>

/** What was found of a type. `alarms`: how often it was found where nothing is. */
export interface Counts {
  wanted: number
  found: number
  /** Of values: how many have nine tenths of their letters and digits covered, by whatever type. */
  masked: number
  alarms: number
}

export interface Score {
  readonly types: ReadonlyMap<string, Counts>
  readonly cleanTexts: number
  /** Clean texts in which anything was found. */
  readonly alarmed: readonly string[]
  /** Ids of the lines whose label or value was not found, with its type. */
  readonly missed: readonly (readonly [id: string, type: string])[]
}

/** Types that are ranges of a text; every other type is of the message as a whole. */
export const SPAN_TYPES: ReadonlySet<string> = new Set([
  'CARD',
  'IBAN',
  'BANK',
  'SSN',
  'NATIONAL_ID',
  'CREDENTIAL',
  'HEALTH',
  'EMAIL',
  'PHONE',
  'URL',
  'HANDLE',
  'ADDRESS',
])

/** Compares what a detector finds with the labels. `only` leaves out the types that a detector does not claim. */
export async function score(lines: readonly Labelled[], detect: Detect, only?: ReadonlySet<string>): Promise<Score> {
  const claimed = (type: string): boolean => only === undefined || only.has(type)
  const types = new Map<string, Counts>()
  const alarmed: string[] = []
  const missed: [string, string][] = []
  let cleanTexts = 0
  for (const line of lines) {
    const found = (await detect(line.text, line.lang)).filter(({ type }) => claimed(type))
    if (line.label === 'clean') {
      cleanTexts += 1
      if (found.length > 0) alarmed.push(line.id)
      for (const type of new Set(found.map(({ type }) => type))) countsOf(types, type).alarms += 1
    } else for (const type of readLine(line, found, types, claimed)) missed.push([line.id, type])
  }
  return { types, cleanTexts, alarmed, missed }
}

/** Counts one line that something is wanted of, and gives the types it misses. */
function readLine(
  { text, label, entities = [] }: Labelled,
  found: readonly Entity[],
  types: Map<string, Counts>,
  claimed: (type: string) => boolean,
): readonly string[] {
  if (label !== undefined) {
    if (!claimed(label)) return []
    const counts = countsOf(types, label)
    counts.wanted += 1
    const hit = found.some(({ type }) => type === label)
    if (hit) counts.found += 1
    return hit ? [] : [label]
  }
  const missed: string[] = []
  for (const entity of entities.filter(({ type }) => claimed(type))) {
    const counts = countsOf(types, entity.type)
    counts.wanted += 1
    if (spanMasked(text, entity, found)) counts.masked += 1
    if (spanFound(entity, found)) counts.found += 1
    else missed.push(entity.type)
  }
  for (const alarm of strays(entities, found)) countsOf(types, alarm.type).alarms += 1
  return missed
}

/** Values found where no value stands, or another one. A piece of a value is no alarm, it is a miss already. */
function strays(entities: readonly Entity[], found: readonly Entity[]): readonly Entity[] {
  return found.filter(
    ({ type, start, end }) =>
      SPAN_TYPES.has(type) && !entities.some((entity) => entity.start < end && start < entity.end),
  )
}

function countsOf(types: Map<string, Counts>, type: string): Counts {
  let counts = types.get(type)
  if (counts === undefined) types.set(type, (counts = { wanted: 0, found: 0, masked: 0, alarms: 0 }))
  return counts
}

/** Share of what was wanted that was found, 0 to 1. Of nothing wanted: 1. */
export function recall({ wanted, found }: Counts): number {
  return wanted === 0 ? 1 : found / wanted
}

/** Harmonic mean of recall and of the share of findings that were right. */
export function f1({ wanted, found, alarms }: Counts): number {
  return wanted + alarms === 0 ? 1 : (2 * found) / (wanted + found + alarms)
}
