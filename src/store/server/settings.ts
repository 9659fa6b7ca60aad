import { ADMIN_ROLE, APP_ROLE, LOG_ROLE } from './connection.ts'

const ROLES = [ADMIN_ROLE, APP_ROLE, LOG_ROLE].join(',')

/** Sizes for a small desk. Command-line settings would win over ALTER SYSTEM; these stand in a file, so an operator may tune. */
export const POSTGRESQL_CONF = `# Written by Safereply at each start. Tune with ALTER SYSTEM, which is kept.
max_connections = 60
shared_buffers = 128MB
fsync = on
full_page_writes = on
synchronous_commit = on
timezone = 'UTC'
log_timezone = 'UTC'
datestyle = 'iso, ymd'
`

/**
 * What nobody may change while the server runs: no door but the socket, and no text in the log. Errors of statements
 * are not logged, since their messages can quote a value; terse leaves out DETAIL, which quotes keys and statements.
 */
const WALLS = {
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
} as const

/** The `-c` arguments of the server for its walls and for where it listens. */
export function commandLine(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries({ ...WALLS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Only our roles, only from the user that the map names; all else is refused. */
export const PEER_HBA = `local all ${ROLES} peer map=desk\n`

/** Windows has no peer authentication: loopback and a password. */
export const LOOPBACK_HBA = `host all ${ROLES} 127.0.0.1/32 scram-sha-256\n`

/**
 * The system user of the desk may be any of our roles, and no other user but root, who could become that user anyway and
 * as whom an operator runs commands.
 */
export function identMap(osUser: string): string {
  return [...new Set([osUser, 'root'])].flatMap(linesFor).join('')
}

function linesFor(osUser: string): readonly string[] {
  const quoted = `"${osUser.replaceAll('"', '""')}"`
  return [ADMIN_ROLE, APP_ROLE, LOG_ROLE].map((role) => `desk ${quoted} ${role}\n`)
}
