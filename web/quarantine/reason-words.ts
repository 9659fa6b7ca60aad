import type { QuarantineReason } from '../../src/model/quarantined-mail.ts'
import type { QuarantinedMail } from '../api/quarantine.ts'

type ReleaseHint = NonNullable<QuarantinedMail['releaseHint']>

interface ReasonWords {
  readonly title: string
  /** What to make of it, and what to do. */
  readonly next: string
}

const MAYBE_A_BUYER = 'A buyer may have written it: look for it in Seller Central and answer there.'

const WORDS = {
  unparsable: { title: 'It could not be read', next: MAYBE_A_BUYER },
  'too-complex': { title: 'It is built in a way no mail of Amazon is', next: MAYBE_A_BUYER },
  'too-large': { title: 'It is larger than the desk reads', next: MAYBE_A_BUYER },
  'not-amazon': {
    title: 'It does not come from Amazon',
    next: 'Mostly advertising, or a colleague: no buyer stands behind it. Put it away.',
  },
  'repeated-headers': {
    title: 'It names its sender or receiver twice',
    next: 'Nobody can tell which one counts, and the trick is a known one. Look for the message in Seller Central.',
  },
  ambiguous: {
    title: 'It could belong to more than one conversation',
    next: 'Look for it in Seller Central, which knows its order, and answer there.',
  },
  'look-alike': {
    title: "Its sender's name only looks like Amazon's",
    next: 'Open nothing in it. If you did not expect it, report it as phishing.',
  },
  impersonation: {
    title: 'It speaks as Amazon and wants you to act',
    next: 'Amazon never asks by mail for passwords or bank data. Look in Seller Central, never by its links.',
  },
  'failed-signature': {
    title: 'Its signature is false: it was changed on the way, or is not from Amazon',
    next: 'A mailbox that rewrites mail breaks signatures too. Compare it with Seller Central before you release it.',
  },
  'not-stored': {
    title: 'The desk could not keep it',
    next: 'Release it to have it read again. If that fails, answer in Seller Central.',
  },
} as const satisfies Record<QuarantineReason, ReasonWords>

/** Why a mail was set aside and what to do about it. A reason of a newer desk is shown as it is. */
export function reasonWords(reason: string): ReasonWords {
  const known = new Map<string, ReasonWords>(Object.entries(WORDS)).get(reason)
  return known ?? { title: reason, next: MAYBE_A_BUYER }
}

const HINTS = {
  decided: 'Somebody has decided on it.',
  'out-of-reach': 'The desk has only its headers. Look for it in Seller Central.',
  unreadable: 'It cannot be released: there is no text that could be shown.',
  'too-large': 'It cannot be released: it is larger than the desk reads.',
  'two-readings': 'It cannot be released: nobody can say which of its two headers counts.',
  'not-amazon': 'It cannot be released: no buyer stands behind what Amazon did not send.',
  'look-alike': 'It cannot be released: no buyer stands behind what Amazon did not send.',
  impersonation: 'It cannot be released: a buyer never speaks as Amazon.',
  'still-unreadable': 'It was read again and still has no place. Answer it in Seller Central.',
  'gone-from-server': 'Its mailbox no longer has it. Look for it in Seller Central.',
  'server-not-reached': 'Its mailbox did not answer. Release it again once Mail in says that it is up to date.',
  interrupted: 'The desk stopped while it was read. Release it again.',
} as const satisfies Record<ReleaseHint, string>

/** Why a mail cannot be released, or why the last attempt came to nothing. */
export function hintWords(hint: ReleaseHint): string {
  return HINTS[hint]
}
