import { once } from 'node:events'
import { HELP, readCommandLine, type StartCommand } from './command-line.ts'
import { seededRandom, systemRandom } from './random.ts'
import { startAmazonRelay } from './relay.ts'

const EXIT_USAGE = 2
const EXIT_CONNECTION = 4

process.exitCode = await main(process.argv.slice(2))

/** Runs until it is told to end; the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const command = readCommandLine(args)
  if (command.kind === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  if (command.kind === 'misuse') {
    process.stderr.write(`${command.sentence}\nTry --help.\n`)
    return EXIT_USAGE
  }
  return run(command)
}

async function run(command: StartCommand): Promise<number> {
  const { smtpPort, httpPort, desk, copies, talkative, seed } = command
  const ending = untilTold(command.endsWithStdin)
  const random = seed === undefined ? systemRandom : seededRandom(seed)
  try {
    await using relay = await startAmazonRelay({ smtpPort, httpPort, desk, mode: { copies, talkative }, random })
    const ready = { smtp: { host: relay.smtpHost, port: relay.smtpPort }, http: relay.httpUrl }
    process.stdout.write(`${JSON.stringify(ready)}\n`)
    if (command.plays) {
      const played = await relay.play()
      process.stderr.write(`${played.length} buyers are writing to ${desk.mailbox}\n`)
    }
    process.stderr.write(`the simulated Amazon ends: ${await ending}\n`)
    return 0
  } catch (error) {
    process.stderr.write(`the simulated Amazon cannot run: ${error instanceof Error ? error.message : 'unknown'}\n`)
    return EXIT_CONNECTION
  }
}

/** Resolves with the reason to end. It listens from the first moment, so that an early signal is not lost. */
async function untilTold(endsWithStdin: boolean): Promise<string> {
  const reasons = [once(process, 'SIGTERM').then(() => 'SIGTERM'), once(process, 'SIGINT').then(() => 'SIGINT')]
  if (endsWithStdin) {
    process.stdin.resume()
    reasons.push(once(process.stdin, 'close').then(() => 'stdin closed'))
  }
  const reason = await Promise.race(reasons)
  // An open stdin would keep the process alive.
  if (endsWithStdin) process.stdin.destroy()
  return reason
}
