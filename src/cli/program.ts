import { Command, CommanderError } from 'commander'

import { registerAnswerCommands } from './answer/commands.ts'
import type { CheckOptions } from './check.ts'
import { explainFailure } from './exit-code.ts'
import { registerMailCommands } from './mail-commands.ts'
import { type Done, json, port } from './options.ts'
import { EXIT, say, talk } from './output.ts'
import type { RedactOptions } from './redact.ts'
import type { Doors } from './running-desk.ts'
import type { StartOptions } from './start.ts'

/**
 * Runs one command line and returns its exit code: 0 ok, 1 findings or blocked, 2 usage, 3 configuration, 4 connection,
 * 5 not permitted, 70 bug. Each command is loaded when it is called, so that `check` opens no database.
 */
export async function runProgram(argv: readonly string[], doors: Doors): Promise<number> {
  let code: number = EXIT.ok
  const program = newProgram(doors, async (result) => {
    code = await result
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    const failure = explainFailure(error)
    talk(failure.says)
    return failure.code
  }
}

/** All commands, each with its help; `done` is given what a called one ends with. */
export function newProgram(doors: Doors, done: Done): Command {
  const program = new Command('safereply')
    .description('The desk for Amazon buyer messages that cannot send an unsafe reply')
    .version(doors.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => say(text.trimEnd()), writeErr: (text) => talk(text.trimEnd()) })
  deskCommand(program, 'start', 'Run the desk').action(async (options: StartOptions) => {
    const { start } = await import('./start.ts')
    await done(start(doors, options))
  })
  deskCommand(program, 'demo', 'Run the desk with a simulated Amazon').action(async (options: StartOptions) => {
    const { demo } = await import('./demo.ts')
    await done(demo(doors, options))
  })
  json(program.command('doctor').description('Look at everything a desk needs and say what to mend')).action(
    async (options: { json?: boolean }) => {
      const { doctor } = await import('./doctor.ts')
      await done(doctor(doors, options))
    },
  )
  json(program.command('check').description('Check a reply as if it were to be sent'))
    .argument('[file...]', 'files, or - for standard input')
    .option('--lang <tag>', "the buyer's language, such as de")
    .option('--jsonl', 'read one object a line with "text", and maybe "id" and "lang"; print one a line')
    .option('--github', "print annotations as GitHub's runners read them")
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import('./check.ts')
      await done(check(files, options))
    })
  json(program.command('redact').description('Print a text as the desk would store it'))
    .argument('[file...]', 'files, or - for standard input')
    .option('--jsonl', 'read one object a line with "text", and maybe "id"; print one a line')
    .action(async (files: string[], options: RedactOptions) => {
      const { redact } = await import('./redact.ts')
      await done(redact(files, options))
    })

  registerAnswerCommands(program, doors, done)
  registerMailCommands(program, doors, done)
  return program
}

function deskCommand(program: Command, name: string, description: string): Command {
  return json(program.command(name).description(description))
    .option('--host <address>', 'address the page listens on')
    .option('--port <number>', 'port of the page, 0 for a free one', port)
    .option('--door-port <number>', 'port at which mail comes in, 0 for a free one', port)
    .option('--data-dir <folder>', 'where everything lies')
}
