import { IMAP_PROBLEMS, type ImapProblem, problemWords, type ProblemWords } from '../../channel/mail/imap/problem.ts'

/** What can be wrong with a mailbox on this side of the wire. */
const OWN_PROBLEMS = {
  'password-needed': {
    says: 'There is no password for this server and user yet.',
    remedy: 'Type it in. A stored password is sent to no other server and for no other user than it was given for.',
  },
  'login-unreadable': {
    says: 'The stored password cannot be opened any more, so no connection was made.',
    remedy: 'Type user and password in again.',
  },
} as const satisfies Record<string, ProblemWords>

export type MailboxProblem = ImapProblem | keyof typeof OWN_PROBLEMS

const UNKNOWN: ProblemWords = {
  says: 'The mailbox cannot be fetched.',
  remedy: 'Try it, which says what is wrong now.',
}

/** What a person reads of a problem by its code, also one that another version of the desk wrote. */
export function mailboxProblemWords(code: string): ProblemWords {
  const own = Object.entries(OWN_PROBLEMS).find(([name]) => name === code)
  if (own) return own[1]
  const known = IMAP_PROBLEMS.find((problem) => problem === code)
  return known ? problemWords(known) : UNKNOWN
}
