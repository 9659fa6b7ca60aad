import { Fault } from '../../base/fault.ts'

/** One mail as it came in at the door, for one recipient. */
export interface DoorMail {
  readonly recipient: string
  readonly bytes: Uint8Array
}

/** What became of a mail. `stored` alone is answered with 250: from then on it is ours. */
export type DoorAnswer =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly code: 550 | 552; readonly sentence: string }
  | { readonly kind: 'try-later' }

export interface DoorOptions {
  /** Address to listen on. Anything but loopback needs `tls`. */
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  readonly protocol: 'smtp' | 'lmtp'
  /** Largest mail taken, in bytes. */
  readonly maxBytes: number
  /** PEM key and certificate; with it, no mail is taken before STARTTLS. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Whether mail for this address (lower case) is taken. Called before the mail is sent. */
  isKnown(address: string): Promise<boolean>
  /** Stores the mail. Whatever it throws is answered with 451, so that the sender keeps the mail and comes again. */
  receive(mail: DoorMail): Promise<DoorAnswer>
  /** Told of each error that was answered with 451. */
  onError?(error: unknown): void
}

export interface Door extends AsyncDisposable {
  readonly host: string
  readonly port: number
}

/**
 * Opens the door at which other mail servers hand in buyers' mails. Fault `config.invalid` when it would listen beyond
 * loopback without TLS. Closing it takes no new connection and waits for the mails being handed in.
 */
export function openDoor(_options: DoorOptions): Promise<Door> {
  throw new Fault('bug')
}
