import { readFileSync } from 'node:fs'

import { runProgram } from './cli/program.ts'
import { readConfig } from './config.ts'

/** Runs one command line of the product and returns its exit code. Rooms are loaded when a command needs them. */
export async function main(argv: readonly string[]): Promise<number> {
  return runProgram(argv, {
    version: readVersion(),
    async openDesk(wishes) {
      const { openDesk } = await import('./desk.ts')
      return openDesk(readConfig(), wishes)
    },
    async openGuest(wishes) {
      const { openGuest } = await import('./guest.ts')
      return openGuest(readConfig(), wishes)
    },
    async examine() {
      const { examine } = await import('./examine.ts')
      return examine()
    },
  })
}

/** The version of the package, which lies above `src` in a clone and above `dist/src` in the package. */
function readVersion(): string {
  for (const above of ['../package.json', '../../package.json']) {
    const url = new URL(above, import.meta.url)
    try {
      const { version } = JSON.parse(readFileSync(url, 'utf8')) as { version?: unknown } // proof: checked on the next line
      if (typeof version === 'string') return version
    } catch {
      // Not in this layout; the other one is tried.
    }
  }
  return 'unknown'
}
