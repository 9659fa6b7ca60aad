import type { DeskParts } from '../flow/parts.ts'
import type { ChangeHub } from './change-hub.ts'

/** What the HTTP room works with. */
export interface HttpParts {
  readonly desk: DeskParts
  readonly changes: ChangeHub
  /** Whether people reach the desk over https, so that the cookie is sent over nothing else. */
  readonly isHttps: boolean
  /** The built page by path, such as `/index.html`; undefined when it was not built. */
  readonly page: ReadonlyMap<string, PageFile> | undefined
  /** Rejects when the database does not answer. */
  readonly ready: () => Promise<void>
  readonly log: (event: HttpEvent) => void
}

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** What the log tells of a request: ids and numbers only. */
export interface HttpEvent {
  readonly requestId: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly tookMs: number
  readonly code?: string
  readonly error?: Error
}
