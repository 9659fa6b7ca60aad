import { type Command, InvalidArgumentError } from 'commander'

const PORT_MAX = 65_535

/** Waits for a command and keeps the code it ends with. */
export type Done = (result: Promise<number>) => Promise<void>

/** Adds `--json` to a command. */
export function json(command: Command): Command {
  return command.option('--json', 'print JSON on standard output')
}

/** Adds what every command on a desk's data takes. */
export function onData(command: Command): Command {
  return json(command).option('--data-dir <folder>', 'where everything lies')
}

/** The number of a port. */
export function port(text: string): number {
  const value = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN
  if (!(value <= PORT_MAX)) throw new InvalidArgumentError(`a whole number from 0 to ${PORT_MAX}`)
  return value
}
