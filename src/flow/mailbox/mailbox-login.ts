import { Fault } from '../../base/fault.ts'
import type { AccountId } from '../../model/ids.ts'
import type { MailSecurity } from '../../model/mailbox-source.ts'
import type { Key } from '../../seal/aead.ts'
import { type MailLogin, openLogin } from '../../seal/sealed-login.ts'
import type { SourceRow } from '../../store/mailbox-source.ts'
import type { Step } from '../in-account.ts'
import { loginPlace } from '../places.ts'

/** A server and who wants to log in there; without a password, the sealed one is meant. */
export interface LoginWish {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  readonly user: string
  readonly password: string | undefined
}

/** The login of a source; undefined when what is sealed cannot be opened any more. */
export function openStoredLogin(key: Key, accountId: AccountId, { source, login }: SourceRow): MailLogin | undefined {
  try {
    return openLogin(key, loginPlace(accountId, source.mailboxId), { sealed: login, host: source.host })
  } catch (error) {
    if (error instanceof Fault && error.code === 'seal.open-failed') return undefined
    throw error
  }
}

/**
 * The login that a wish means: with the password it brings, else with the sealed one, if that was sealed for the same
 * server and user. Undefined otherwise: whoever may change a mailbox could else have its password sent to a server of
 * their own.
 */
export async function loginOf(
  { vault, scope }: Step,
  wish: LoginWish,
  stored: SourceRow | undefined,
): Promise<MailLogin | undefined> {
  const { host, user, password } = wish
  if (password !== undefined) return { host, user, password }
  if (!stored || !isSameServer(wish, stored)) return undefined
  const login = openStoredLogin(await vault.accountKey(), scope.accountId, stored)
  return login?.user === user ? login : undefined
}

/** With TLS the certificate proves the host on whatever port; without, another port may be anybody's program. */
function isSameServer(wish: LoginWish, { source }: SourceRow): boolean {
  if (wish.host !== source.host) return false
  return wish.security !== 'none' || (source.security === 'none' && source.port === wish.port)
}
