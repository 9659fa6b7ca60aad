import { existsSync } from 'node:fs'

import { type Browser, chromium } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'

/** Throws with the remedy where there is no Chromium. */
export function assertChromium(): void {
  if (existsSync(CHROMIUM)) return
  throw new Error(
    "these tests drive Debian's Chromium: `sudo apt-get install --no-install-recommends chromium`, then try again",
  )
}

/** Starts Debian's Chromium with an empty profile; it asks nobody beyond this machine for anything of its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    // As root there is no sandbox to be had, and the pages are our own.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
