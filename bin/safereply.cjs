#!/usr/bin/env node
'use strict'

require('./node-version.cjs')

var fs = require('node:fs')
var path = require('node:path')

var EXIT_BUG = 70

/* A clone runs its sources as they are, the package what tsc made of them. */
var source = path.join(__dirname, '..', 'src', 'main.ts')
var main = fs.existsSync(source) ? source : path.join(__dirname, '..', 'dist', 'src', 'main.js')

function leave(exitCode) {
  process.exitCode = exitCode
}

function fail(error) {
  process.stderr.write(String((error && error.stack) || error) + '\n')
  process.exitCode = EXIT_BUG
}

try {
  Promise.resolve(require(main).main(process.argv.slice(2))).then(leave, fail)
} catch (error) {
  fail(error)
}
