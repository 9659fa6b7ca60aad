import type { MeView } from '../../src/http/route/shapes.ts'
import { call } from './client.ts'

/** Trades a token for a session cookie. Throws the problem `session.missing` when the token is not good. */
export async function openSession(token: string): Promise<void> {
  await call<undefined>({ method: 'POST', path: '/session', body: { token } })
}

export async function closeSession(): Promise<void> {
  await call<undefined>({ method: 'DELETE', path: '/session' })
}

/** Who is signed in, which accounts they see, and the pack the desk checks with. */
export async function readMe(signal: AbortSignal): Promise<MeView> {
  return await call<MeView>({ path: '/me', signal })
}

export type Me = MeView
