/** As whom a connection comes. `admin` sets up and migrates; `app` is the desk; `log` is the integrator of the evidence log alone. */
export type ConnectionRole = 'admin' | 'app' | 'log'

/** Names of the roles in PostgreSQL. */
export const ADMIN_ROLE = 'safereply_admin'
export const OWNER_ROLE = 'safereply_owner'
export const APP_ROLE = 'safereply_app'
export const LOG_ROLE = 'safereply_log'

/** The database of the desk in the embedded server. */
export const DESK_DATABASE = 'safereply'

/** Where a server listens: a folder with a socket, or 127.0.0.1 with a password. */
export interface Door {
  readonly host: string
  readonly port: number
  readonly password?: string
}

/** What `new pg.Pool` and `new pg.Client` take. A server of one's own is reached by its URL alone. */
export type ConnectionOptions = DoorConnection | { readonly connectionString: string }

/** A connection through the door of the embedded server. No TLS: it does not leave the machine. */
export interface DoorConnection extends Door {
  readonly user: string
  readonly database: string
  readonly ssl: false
}

const LOGIN_ROLES = { admin: ADMIN_ROLE, app: APP_ROLE, log: LOG_ROLE } as const satisfies Record<
  ConnectionRole,
  string
>

/** A connection as `role` to `database`, that of the desk unless named. */
export function throughDoor(door: Door, role: ConnectionRole, database: string = DESK_DATABASE): DoorConnection {
  return { ...door, user: LOGIN_ROLES[role], database, ssl: false }
}
