import type { CommandOutcome } from '../command.ts'

export interface Check {
  readonly name: string
  readonly command: readonly string[]
}

export interface CheckParts {
  /** How many run at the same time. */
  readonly atOnce: number
  readonly run: (command: readonly string[]) => Promise<CommandOutcome>
  readonly say: (line: string) => void
}

/** Runs every check, says each verdict when it is there, and returns the names of the red ones. */
export async function runChecks(checks: readonly Check[], parts: CheckParts): Promise<readonly string[]> {
  if (checks.length === 0) throw new RangeError('there is nothing to check')
  const waiting = [...checks]
  const red: string[] = []

  async function work(): Promise<void> {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { exitCode, output } = await parts.run(check.command)
      if (exitCode !== 0) red.push(check.name)
      parts.say(verdict(check, { exitCode, output }))
    }
  }

  await Promise.all(Array.from({ length: parts.atOnce }, work))
  parts.say(red.length === 0 ? `All ${checks.length} checks are green.` : `Red: ${red.join(', ')}.`)
  return red
}

/** A green check says its last line, a red one everything, with the command that repeats it. */
function verdict(check: Check, outcome: CommandOutcome): string {
  const output = outcome.output.trimEnd()
  if (outcome.exitCode === 0) return `ok   ${check.name}${suffix(output.split('\n').at(-1) ?? '')}`
  return `RED  ${check.name} (npx ${check.command.join(' ')})\n${output}\n`
}

function suffix(line: string): string {
  return line === '' ? '' : `  ${line}`
}
