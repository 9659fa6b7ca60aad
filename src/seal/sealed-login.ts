import { fromUtf8, utf8 } from '../base/bytes.ts'
import { Fault } from '../base/fault.ts'
import type { Random } from '../base/random.ts'
import { type Key, open, seal } from './aead.ts'
import type { Place } from './place.ts'

/** Ciphertext of a login at a mail server; the only form in which `store/` takes one. */
export type SealedLogin = Uint8Array & { readonly __sealed: 'login' }

/** Who logs in at a mail server. `host` is the one server that may ever see the password. */
export interface MailLogin {
  readonly host: string
  readonly user: string
  readonly password: string
}

/** Seals a login together with the server it is for. */
export function sealLogin(key: Key, place: Place, login: MailLogin, random: Random): SealedLogin {
  const plain = utf8(JSON.stringify([login.host, login.user, login.password]))
  return seal(key, place, plain, random) as SealedLogin // proof: the only maker of the brand
}

/**
 * Opens a login for the server at `host`. A Fault 'seal.open-failed' when it was sealed for another one, so that a
 * changed row cannot have the password sent elsewhere.
 */
export function openLogin(
  key: Key,
  place: Place,
  { sealed, host }: { readonly sealed: Uint8Array; readonly host: string },
): MailLogin {
  const parts: unknown = JSON.parse(fromUtf8(open(key, place, sealed)))
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== host)
    throw new Fault('seal.open-failed', { detail: place.table })
  return { host, user: String(parts[1]), password: String(parts[2]) }
}
