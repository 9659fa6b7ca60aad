import { rawText } from '../model/text.ts'
import { currentPack } from '../policy/pack/current-pack.ts'
import { redact as redactText } from '../policy/redact/redact.ts'
import { placeOf } from './check.ts'
import { EXIT, say } from './output.ts'
import { readRows, readTexts } from './read-texts.ts'

export interface RedactOptions {
  readonly json?: boolean
  /** The input is one JSON object a line. */
  readonly jsonl?: boolean
}

/** Prints texts with their sensitive values taken out, as the desk would store them. */
export async function redact(names: readonly string[], options: RedactOptions): Promise<number> {
  const pack = currentPack()
  for await (const named of options.jsonl ? readRows(names) : readTexts(names)) {
    const redacted = redactText(rawText(named.text), { pack })
    say(options.json || options.jsonl ? JSON.stringify({ ...placeOf(named), ...redacted }) : redacted.text)
  }
  return EXIT.ok
}
