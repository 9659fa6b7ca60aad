'use strict'

/*
 * Ends the process with one sentence when Node is too old. Plain ES5, so that any Node can read it; loaded before
 * anything else, also by `node -r`, since an old Node cannot even read the files that follow.
 */
var parts = process.versions.node.split('.')
var major = Number(parts[0])
var minor = Number(parts[1])

if (!((major === 24 && minor >= 15) || major >= 26)) {
  process.stderr.write(
    'Safereply needs Node 24 (24.15 or newer) or Node 26 and newer, and this is ' +
      process.version +
      ': install Node 24 from https://nodejs.org and try again.\n',
  )
  process.exit(3)
}
