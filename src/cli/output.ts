/** Data goes to standard output; the only writer of it. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Talk goes to standard error. */
export function talk(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Talk that the next replaces, on a terminal. */
export function talkOver(text: string): void {
  process.stderr.write(`\r${text}\u001b[K`)
}

/** Exit codes of every command; they are part of the surface that stays. */
export const EXIT = { ok: 0, findings: 1, usage: 2, config: 3, connection: 4, notPermitted: 5, bug: 70 } as const
