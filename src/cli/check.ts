import type { Finding } from '../model/finding.ts'
import { check as checkText, type CheckResult } from '../policy/check/check.ts'
import { currentPack } from '../policy/pack/current-pack.ts'
import { EXIT, say } from './output.ts'
import { type NamedText, readTexts } from './read-texts.ts'

export interface CheckOptions {
  readonly json?: boolean
  readonly lang?: string
}

/** Checks replies as if they were to be sent. Exit 1 when one of them would be blocked. */
export async function check(names: readonly string[], options: CheckOptions): Promise<number> {
  const pack = currentPack()
  const context = options.lang === undefined ? { pack } : { pack, lang: options.lang }
  const results = (await readTexts(names)).map((one) => ({ ...one, result: checkText(one.text, context) }))
  for (const { name, text, result } of results) {
    if (options.json) say(JSON.stringify({ name, ...result }))
    else say(report({ name, text }, result))
  }
  return results.some(({ result }) => result.verdict === 'blocked') ? EXIT.findings : EXIT.ok
}

const VERDICTS = {
  clear: 'safe to send',
  advice: 'may be sent; see the advice',
  blocked: 'would be blocked',
  uncovered: 'in a language the rules do not cover: nobody can say that it is safe',
} as const

function report({ name, text }: NamedText, result: CheckResult): string {
  const lines = result.findings.map((finding) => describe(name, text, finding))
  return [...lines, `${name}: ${VERDICTS[result.verdict]} (pack ${result.pack})`].join('\n')
}

function describe(name: string, text: string, finding: Finding): string {
  const before = text.slice(0, finding.span.start)
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  const { source } = finding
  const fix = finding.fix ? `\n    fix: ${finding.fix.label}` : ''
  const from = `${source.title}, read ${source.read}, ${source.grade}`
  return `${name}:${line}:${column}: ${finding.rule} ${finding.force}: ${finding.title}. ${finding.reason}\n    source: ${from}${fix}`
}
