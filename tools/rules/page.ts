import type { PolicyPack, RuleId } from '../../src/model/policy-pack.ts'

/** A row of the catalogue of Amazon's rules: what the rule wants, and where the product holds it. */
export interface CatalogueRow {
  readonly id: string
  readonly rule: string
  readonly threshold: string
  /** Keys of the pack's sources. */
  readonly sources: readonly string[]
  /** The room or file that holds it. */
  readonly where: string
  readonly state: string
  /** What it waits for, or how else it is held. */
  readonly needs?: string
}

const GROUPS: readonly (readonly [prefix: string, title: string])[] = [
  ['OUT', 'What leaves'],
  ['IN', 'What comes in'],
  ['CLK', 'Clocks'],
  ['MET', 'Metrics'],
]

/** The page of all rules as Markdown. Throws an Error for a row that names a source the pack does not have. */
export function rulesPage(rows: readonly CatalogueRow[], pack: PolicyPack): string {
  const counts = countBy(rows.map(({ state }) => state))
  return [
    '# Rules',
    '',
    'Made by `npm run rules` from the policy pack and its catalogue; do not edit it.',
    `Pack ${pack.id}, sources read up to ${pack.date}.`,
    `${rows.length} rules: ${Object.entries(counts)
      .map(([state, count]) => `${count} ${state === 'acts' ? 'act' : state === 'waits' ? 'wait' : `hold ${state}`}`)
      .join(', ')}.`,
    'A rule that waits needs a fact that another part of the desk will bring; its seam is named.',
    '',
    ...GROUPS.flatMap(([prefix, title]) =>
      group(
        title,
        rows.filter(({ id }) => id.startsWith(prefix)),
        pack,
      ),
    ),
    ...deskRules(pack),
    ...limits(pack),
    ...sources(pack),
  ].join('\n')
}

function group(title: string, rows: readonly CatalogueRow[], pack: PolicyPack): readonly string[] {
  return [
    `## ${title}`,
    '',
    '| rule | what it wants | threshold | force | source | state |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => line(row, pack)),
    '',
  ]
}

function line(row: CatalogueRow, pack: PolicyPack): string {
  for (const key of row.sources)
    if (pack.sources[key] === undefined) throw new Error(`${row.id} names the source ${key}, which the pack has not.`)
  const known = isRule(row.id, pack) ? pack.rules[row.id] : undefined
  const force = known === undefined ? '' : `${known.force}${known.mayLoosen ? ', may be loosened' : ''}`
  const state = `${row.state} (\`${row.where}\`)${row.needs === undefined ? '' : `: ${row.needs}`}`
  return `| ${[row.id, row.rule, row.threshold, force, row.sources.join(' '), state].map(cell).join(' | ')} |`
}

function isRule(id: string, pack: PolicyPack): id is RuleId {
  return Object.hasOwn(pack.rules, id)
}

function deskRules(pack: PolicyPack): readonly string[] {
  const own = Object.values(pack.rules).filter(({ id }) => id.startsWith('DESK'))
  return [
    "## The desk's own",
    '',
    '| rule | what it wants | reason |',
    '| --- | --- | --- |',
    ...own.map(({ id, title, reason }) => `| ${[id, title, reason].map(cell).join(' | ')} |`),
    '',
  ]
}

function limits(pack: PolicyPack): readonly string[] {
  return [
    '## Numbers',
    '',
    '| name | value | source |',
    '| --- | --- | --- |',
    ...Object.entries(pack.limits).map(
      ([name, { value, unit, source }]) => `| ${name} | ${value} ${unit} | ${source} |`,
    ),
    '',
  ]
}

function sources(pack: PolicyPack): readonly string[] {
  return [
    '## Sources',
    '',
    '| key | what was read | read | grade |',
    '| --- | --- | --- | --- |',
    ...Object.values(pack.sources).map(
      ({ key, title, read, grade }) => `| ${key} | ${cell(title)} | ${read} | ${grade} |`,
    ),
    '',
  ]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
