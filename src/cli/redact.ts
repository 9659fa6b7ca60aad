import { rawText } from '../model/text.ts'
import { currentPack } from '../policy/pack/current-pack.ts'
import { redact as redactText } from '../policy/redact/redact.ts'
import { EXIT, say } from './output.ts'
import { readTexts } from './read-texts.ts'

/** Prints texts with their sensitive values taken out, as the desk would store them. */
export async function redact(names: readonly string[], options: { readonly json?: boolean }): Promise<number> {
  const pack = currentPack()
  for (const { name, text } of await readTexts(names)) {
    const redacted = redactText(rawText(text), { pack })
    say(options.json ? JSON.stringify({ name, ...redacted }) : redacted.text)
  }
  return EXIT.ok
}
