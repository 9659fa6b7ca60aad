import { EXIT, say } from './output.ts'
import type { Doors, Examination } from './running-desk.ts'

const MARKS = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const

/** Looks at everything a desk needs and says what to mend. Exit 1 when something fails. */
export async function doctor(doors: Doors, options: { readonly json?: boolean }): Promise<number> {
  const examined = await doors.examine()
  if (options.json) say(JSON.stringify(examined))
  else for (const one of examined) say(lineOf(one))
  return examined.some((one) => one.state === 'fail') ? EXIT.findings : EXIT.ok
}

function lineOf({ state, name, says, details = [] }: Examination): string {
  const line = `${MARKS[state]}  ${name.padEnd(14)} ${says}`
  return [line, ...details.map((detail) => `      ${detail}`)].join('\n')
}
