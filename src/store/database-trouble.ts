import pg from 'pg'

/** Classes of SQLSTATE that speak of the server and its work, not of a row: connection, rollback, resources, shutdown. */
const TROUBLE_CLASSES: ReadonlySet<string> = new Set(['08', '40', '53', '55', '57', '58', 'XX'])

const SOCKET_TROUBLES: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

/** What the driver says, without a code, of a connection that ended or could not be had in time. */
const LOST = /^(?:Connection terminated|timeout exceeded|Client has encountered a connection error)/u

/**
 * Whether an error says that the database could not work just now, so that the same may succeed later. One that speaks
 * of the values is none, and neither is one of our own code.
 */
export function isDatabaseTrouble(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return TROUBLE_CLASSES.has((error.code ?? '').slice(0, 2))
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return SOCKET_TROUBLES.has(code) || LOST.test(error.message)
}
