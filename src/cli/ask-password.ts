import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

import { talk } from './output.ts'

/**
 * Asks on the terminal for what nobody may see: it is not shown while it is typed, and stands in no history. Undefined
 * when there is no terminal, when nothing was typed, and after Ctrl+C or Ctrl+D.
 */
export async function askPassword(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true, historySize: 0 })
  const givenUp = new AbortController()
  lines.once('close', () => givenUp.abort())
  lines.once('SIGINT', () => lines.close())
  process.stderr.write(question)
  try {
    return (await lines.question('', { signal: givenUp.signal })) || undefined
  } catch (error) {
    if (givenUp.signal.aborted) return undefined
    throw error
  } finally {
    lines.close()
    talk('')
  }
}
