import { pino, type Logger } from 'pino'

import { Fault } from './base/fault.ts'
import type { LogLevel } from './config.ts'

/** The desk's log: JSON lines on standard error, ids and numbers only. On a terminal a person wants trouble alone. */
export function createLog(level: LogLevel | undefined): Logger {
  return pino({ base: null, level: level ?? (process.stderr.isTTY ? 'warn' : 'info') }, pino.destination(2))
}

/**
 * What the log may know of an error: a fault's code and safe detail, a database error's code, the names of the functions
 * it passed through. Messages are left out, since those of a database or a parser carry values.
 */
export function errorFacts(room: string, error: unknown): Readonly<Record<string, unknown>> {
  const facts: Record<string, unknown> = { room }
  if (error instanceof Fault)
    Object.assign(facts, { code: error.code, detail: error.detail, cause: causeName(error.cause) })
  else facts['cause'] = causeName(error)
  if (error instanceof Error) facts['stack'] = framesOf(error)
  return facts
}

function causeName(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  return 'code' in cause && typeof cause.code === 'string' ? `${cause.name} ${cause.code}` : cause.name
}

function framesOf(error: Error): readonly string[] {
  const lines = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  return lines.slice(0, 8).map((line) => line.trim())
}
