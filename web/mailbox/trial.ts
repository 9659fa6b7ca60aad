import type { SourceTrial, SourceWish } from '../api/mailboxes.ts'

/** What trying a source has come to, and which one it was: a later change makes it stale. */
export type Trial =
  | { readonly kind: 'none' }
  | { readonly kind: 'trying'; readonly key: string }
  | { readonly kind: 'found'; readonly key: string; readonly outcome: SourceTrial }
  | { readonly kind: 'unanswered'; readonly key: string; readonly sentence: string }

export const NO_TRIAL: Trial = { kind: 'none' }

/** Tells one source from another, the password included. Never stored or sent. */
export function trialKey(wish: SourceWish): string {
  const { host, port, security, user, password = '', folder } = wish
  return JSON.stringify([host, port, security, user, password, folder])
}

/** The trial as far as it speaks of what stands in the form now. */
export function freshTrial(trial: Trial, key: string): Trial {
  return trial.kind === 'none' || trial.key === key ? trial : NO_TRIAL
}

/** What a person should know before this is saved; undefined when it was tried and works. */
export function saveWarning(trial: Trial): string | undefined {
  if (trial.kind === 'found' && trial.outcome.ok) return undefined
  return trial.kind === 'found'
    ? 'Fetching will fail until it is mended. The desk keeps trying.'
    : 'It was not tried. If something is wrong, the desk finds out when it fetches.'
}
