import { execFile } from 'node:child_process'
import { basename } from 'node:path'

import { Fault } from '../../base/fault.ts'
import type { RunAs } from './run-as.ts'

/** Nothing of the desk's environment reaches PostgreSQL: no secrets, no PG* variables, no language. */
export const CHILD_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' }

/** initdb on a slow disk is the longest of them. */
const TOOL_TIMEOUT_MS = 120_000

export interface ToolRun {
  readonly file: string
  readonly args: readonly string[]
  /** A folder that `runAs` can enter; the desk's own need not be one. */
  readonly cwd: string
  readonly runAs: RunAs | undefined
}

export interface ToolResult {
  readonly exitCode: number
  readonly output: string
}

/** Runs a program of PostgreSQL to its end. A Fault 'config.invalid' when it cannot be run, or comes to no end of its own. */
export async function runTool({ file, args, cwd, runAs }: ToolRun): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: CHILD_ENVIRONMENT, timeout: TOOL_TIMEOUT_MS, windowsHide: true, ...identity(runAs) }
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error === null) return resolve({ exitCode: 0, output: stdout + stderr })
      if (typeof error.code === 'number') return resolve({ exitCode: error.code, output: stdout + stderr })
      return reject(typeof error.code === 'string' ? cannotRun(error) : endedEarly(file))
    })
  })
}

function endedEarly(file: string): Fault {
  return new Fault('config.invalid', {
    detail: `${basename(file)} was ended by a signal, or by us after ${TOOL_TIMEOUT_MS / 1_000} seconds`,
  })
}

/** The line of a program's output that says what went wrong, or its last one. */
export function lastWords(output: string): string {
  const lines = output.trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|error:/u.test(line)) ?? lines.at(-1) ?? ''
}

/** The part of spawn options that names a user. */
export function identity(runAs: RunAs | undefined): { uid?: number; gid?: number } {
  return runAs === undefined ? {} : { uid: runAs.uid, gid: runAs.gid }
}

/** The Fault for a program that the system does not start, with the remedy. */
export function cannotRun(cause: unknown): Fault {
  return new Fault('config.invalid', {
    detail:
      'the PostgreSQL binaries do not run here (they need glibc on Linux): set DATABASE_URL, or SAFEREPLY_PG_BIN to the bin folder of a PostgreSQL 18',
    cause,
  })
}
