import { test } from 'node:test'

import type { Command } from 'commander'

import { newProgram } from '../../src/cli/program.ts'
import { assertGolden } from '../golden.ts'

test('the help of every command is what the golden file says', async () => {
  const program = newProgram(NO_DOORS, () => Promise.resolve())

  await assertGolden('help.txt', helpOf(program, []))
})

const closed = () => Promise.reject(new Error('help opens nothing'))
const NO_DOORS = { version: '0.0.0', openDesk: closed, openGuest: closed, examine: closed }

/** The help of a command and of those below it, as wide as where there is no terminal. */
function helpOf(command: Command, above: readonly string[]): string {
  const path = [...above, command.name()]
  const help = command.configureHelp({ helpWidth: 80 }).helpInformation()
  const below = command.commands.map((one) => helpOf(one, path))
  return [`$ ${path.join(' ')} --help\n${help}`, ...below].join('\n')
}
