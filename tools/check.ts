import { CHECKS } from './check/checks.ts'
import { runChecks } from './check/run-checks.ts'
import { readCommand } from './command.ts'

const red = await runChecks(CHECKS, {
  atOnce: 2,
  run: readCommand,
  say: (line) => console.log(line),
})
process.exitCode = red.length > 0 ? 1 : 0
