import { check as checkText } from '../policy/check/check.ts'
import { currentPack } from '../policy/pack/current-pack.ts'
import { annotations, report } from './check-report.ts'
import { EXIT, say } from './output.ts'
import { readRows, readTexts } from './read-texts.ts'
import type { NamedText } from './read-texts.ts'

export interface CheckOptions {
  readonly json?: boolean
  /** The input is one JSON object a line. */
  readonly jsonl?: boolean
  /** Print workflow commands, as GitHub's runners read them. */
  readonly github?: boolean
  readonly lang?: string
}

/** Checks replies as if they were to be sent. Exit 1 when one of them would be blocked. */
export async function check(names: readonly string[], options: CheckOptions): Promise<number> {
  const pack = currentPack()
  let isBlocked = false
  for await (const named of options.jsonl ? readRows(names) : readTexts(names)) {
    const lang = named.lang ?? options.lang
    const result = checkText(named.text, lang === undefined ? { pack } : { pack, lang })
    if (result.verdict === 'blocked') isBlocked = true
    if (options.json || options.jsonl) say(JSON.stringify({ ...placeOf(named), ...result }))
    else for (const line of options.github ? annotations(named, result) : report(named, result)) say(line)
  }
  return isBlocked ? EXIT.findings : EXIT.ok
}

/** Where a text came from, without the text. */
export function placeOf({ name, line, id }: NamedText): Pick<NamedText, 'name' | 'line' | 'id'> {
  return { name, ...(line !== undefined && { line }), ...(id !== undefined && { id }) }
}
